"""Statements about relationships: who holds, what is held, how, and in which years."""

from collections import Counter, defaultdict
from typing import Any

from bods.codelists import DirectOrIndirect, InterestType

_LEAD = "count_ownership_or_control_statement"


class Relationships:
    """Statements about relationships, which the official checker calls ownership or control statements."""

    def __init__(self) -> None:
        self._all = 0
        self._kinds: dict[str, set[str]] = {"entity": set(), "person": set()}
        self._parties: Counter[str] = Counter()
        self._unspecified = 0
        self._interests: Counter[str] = Counter()
        self._directness: Counter[str] = Counter()
        self._beneficial = 0
        self._by_year: Counter[int] = Counter()
        self._parties_by_year: Counter[int] = Counter()
        self._subjects_by_year: defaultdict[int, set[str]] = defaultdict(set)

    def count(self, statement: dict[str, Any]) -> None:
        kind, record_id = statement.get("recordType"), statement.get("recordId")
        if kind in self._kinds and record_id is not None:
            self._kinds[kind].add(record_id)
        if kind == "relationship":
            self._count_relationship(statement, statement.get("recordDetails", {}))

    def _count_relationship(self, statement: dict[str, Any], details: dict[str, Any]) -> None:
        self._all += 1
        date = statement.get("statementDate")
        year = int(date[:4]) if date else 0
        if date:
            self._by_year[year] += 1
        party, subject = details.get("interestedParty"), details.get("subject")
        if party:
            self._parties_by_year[year] += 1
        if isinstance(party, str):
            self._parties[party] += 1
        elif party:
            self._unspecified += 1
        if isinstance(subject, str):
            self._subjects_by_year[year].add(subject)
        self._count_interests(details.get("interests", ()))

    def _count_interests(self, interests: list[dict[str, Any]]) -> None:
        for interest in interests:
            self._interests[interest.get("type", "")] += 1
            self._directness[interest.get("directOrIndirect", "")] += 1
        self._beneficial += any(interest.get("beneficialOwnershipOrControl") for interest in interests)

    def _held_by(self, kind: str) -> int:
        return sum(count for party, count in self._parties.items() if party in self._kinds[kind])

    def figures(self) -> dict[str, int | dict[str, int]]:
        subjects = {year: len(found) for year, found in self._subjects_by_year.items()}
        return {
            _LEAD: self._all,
            f"{_LEAD}_interested_party": sum(self._parties_by_year.values()),
            f"{_LEAD}_interested_party_with_person": self._held_by("person"),
            f"{_LEAD}_interested_party_with_entity": self._held_by("entity"),
            f"{_LEAD}_interested_party_with_unspecified": self._unspecified,
            f"{_LEAD}_interest_statement_types": {
                kind.value: self._interests[kind.value] for kind in InterestType
            },
            f"{_LEAD}_interest_direct_or_indirect": {
                kind.value: self._directness[kind.value] for kind in DirectOrIndirect
            },
            f"{_LEAD}_with_at_least_one_interest_beneficial": self._beneficial,
            f"{_LEAD}_by_year": _by_year(self._by_year),
            f"{_LEAD}_subject_by_year": _by_year(subjects),
            f"{_LEAD}_interested_party_by_year": _by_year(self._parties_by_year),
        }


def _by_year(counts: dict[int, int]) -> dict[str, int]:
    return {str(year) if year else "missing": count for year, count in sorted(counts.items())}
