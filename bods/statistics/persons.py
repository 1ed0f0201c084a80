"""Statements about persons, by type and by what they say of political exposure."""

from collections import Counter
from typing import Any

from bods.codelists import PepStatus, PersonType


class Persons:
    """Statements about persons of each type, and those that say whether the person is politically exposed."""

    def __init__(self) -> None:
        self._all = 0
        self._types: Counter[str] = Counter()
        self._exposed: Counter[str] = Counter()

    def count(self, statement: dict[str, Any]) -> None:
        if statement.get("recordType") != "person":
            return
        details = statement.get("recordDetails", {})
        self._all += 1
        self._types[details.get("personType")] += 1
        self._exposed[details.get("politicalExposure", {}).get("status")] += 1

    def figures(self) -> dict[str, int | dict[str, int]]:
        exposed = {status.value: self._exposed[status.value] for status in PepStatus}
        return {
            "count_person_statements": self._all,
            "count_person_statements_types": {kind.value: self._types[kind.value] for kind in PersonType},
            "count_person_statements_have_pep_status": sum(exposed.values()),
            "count_person_statements_have_pep_status_statuses": exposed,
        }
