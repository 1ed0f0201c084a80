"""Fields: how often each is there, and which of them the standard does not know."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bods.statistics.known import known_fields

_MOST = 10_000


class Fields:
    """In how many statements each field of the standard stands, and each field besides (at most 10,000 of them)."""

    def __init__(self) -> None:
        self._present: Counter[str] = Counter()
        self._unknown: Counter[str] = Counter()

    def count(self, statement: dict[str, Any]) -> None:
        known = known_fields(statement.get("recordType"))
        for path in set(_paths(statement)):
            if path in known:
                self._present[path] += 1
            elif path in self._unknown or len(self._unknown) < _MOST:
                # What lies below an unknown field is unknown with it.
                self._unknown[path] += 1

    def figures(self) -> dict[str, int | dict[str, int]]:
        return {
            "statements_with_field": dict(sorted(self._present.items())),
            "statements_with_unknown_field": dict(sorted(self._unknown.items())),
        }


def _paths(statement: dict[str, Any]) -> Iterator[str]:
    waiting: list[tuple[str, Any]] = [("", statement)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, dict):
            for name, item in value.items():
                yield f"{at}/{name}"
                waiting.append((f"{at}/{name}", item))
        elif isinstance(value, list):
            waiting.extend((at, item) for item in value)
