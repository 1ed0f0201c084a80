"""Statements about entities, by type and by how they can be recognised."""

from collections import Counter
from typing import Any

from bods.codelists import EntityType


class Entities:
    """Statements about entities: how many of each type have identifiers, and identifiers under a scheme."""

    def __init__(self) -> None:
        self._all = 0
        self._types: Counter[str] = Counter()
        self._identified: Counter[str] = Counter()
        self._with_scheme: Counter[str] = Counter()

    def count(self, statement: dict[str, Any]) -> None:
        if statement.get("recordType") != "entity":
            return
        self._all += 1
        details = statement.get("recordDetails", {})
        kind = details.get("entityType", {}).get("type")
        if kind not in set(EntityType):
            return
        self._types[kind] += 1
        identifiers = details.get("identifiers", ())
        if identifiers:
            self._identified[kind] += 1
        if any(identifier.get("scheme") and identifier.get("id") for identifier in identifiers):
            self._with_scheme[kind] += 1

    def figures(self) -> dict[str, int | dict[str, int]]:
        return {
            "count_entity_statements": self._all,
            "count_entity_statements_types": _by_type(self._types),
            "count_entity_statements_types_with_any_identifier": _by_type(self._identified),
            "count_entity_statements_types_with_any_identifier_with_id_and_scheme": _by_type(
                self._with_scheme
            ),
        }


def _by_type(counter: Counter[str]) -> dict[str, int]:
    return {kind.value: counter[kind.value] for kind in EntityType}
