"""Records and declarations: how many there are, and how many still hold."""

from collections import Counter
from typing import Any


class Records:
    """Statements, records by their last status, networks, declarations, versions, and the span of dates."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}
        self._without_new: set[str] = set()
        self._subjects: set[str] = set()
        self._declarations: set[str] = set()
        self._statements = 0
        self._statuses: Counter[str] = Counter()
        self._versions: Counter[str] = Counter()
        self._years: Counter[str] = Counter()

    def count(self, statement: dict[str, Any]) -> None:
        self._statements += 1
        record_id, status = statement.get("recordId"), statement.get("recordStatus")
        if record_id is not None and status in {"new", "updated", "closed"}:
            if record_id not in self._last and status != "new":
                self._without_new.add(record_id)
            self._last[record_id] = status
        if record_id is not None and record_id == statement.get("declarationSubject"):
            self._subjects.add(record_id)
        if declaration := statement.get("declaration"):
            self._declarations.add(declaration)
        self._statuses[status or "missing"] += 1
        self._versions[statement.get("publicationDetails", {}).get("bodsVersion") or "missing"] += 1
        self._years[statement.get("statementDate", "missing")[:4]] += 1

    def figures(self) -> dict[str, int | dict[str, int]]:
        return {
            "statements": self._statements,
            "statements_by_record_status": dict(self._statuses),
            "statements_by_version": dict(self._versions),
            "statements_by_year": dict(sorted(self._years.items())),
            "records": len(self._last),
            "declarations": len(self._declarations),
            "count_records_current": sum(status != "closed" for status in self._last.values()),
            "count_new_records_missing": len(self._without_new),
            "count_declaration_subjects": len(self._subjects),
        }
