"""The second look, when every record of the file is known: relationships, components, networks, series, the file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from bods.checks import Check, Problem
from bods.checks.check import (
    ComponentCheck,
    FileCheck,
    Found,
    LinkCheck,
    NetworkCheck,
    RecordCheck,
    SubjectCheck,
)
from bods.examination.finding import Finding
from bods.examination.kept import Kept
from bods.facts import Component, Link, Network

Kind = TypeVar("Kind", bound=Check)
#: What is kept of a component has so many values; of a relationship, there are more, at these places.
_OF_COMPONENT = 5
_ROW, _DETAILS = 4, 7


class SecondPass:
    """Asks all checks that need the whole file."""

    def __init__(self, checks: Mapping[str, Check], kept: Kept) -> None:
        self._kept = kept
        self._links = _of(checks, LinkCheck)
        self._networks = _of(checks, NetworkCheck)
        self._components = _of(checks, ComponentCheck)
        self._subjects = _of(checks, SubjectCheck)
        self._records = _of(checks, RecordCheck)
        self._files = _of(checks, FileCheck)

    def findings(self) -> Iterator[Finding]:
        """Give what is found, by subjects, relationships and networks, records, and the file."""
        yield from self._about_subjects()
        for bucket in self._kept.waiting.buckets():
            yield from self._about_bucket(bucket)
        yield from self._about_records()
        for code, check, find in self._files:
            for problem in find(self._kept.versions()):
                yield _finding(code, check, None, None, None, problem)

    def _about_subjects(self) -> Iterator[Finding]:
        for bucket in self._kept.subjects.buckets():
            for subject, place, statement_id, record_id in bucket:
                seen = self._kept.ledger.subject(subject)
                for code, check, find in self._subjects:
                    for problem in find(seen):
                        yield _finding(code, check, place, statement_id, record_id, problem)

    def _about_bucket(self, bucket: Iterator[list[Any]]) -> Iterator[Finding]:
        networks: defaultdict[str, list[Link]] = defaultdict(list)
        odd_component = self._kept.ledger.odd_component
        for entry in bucket:
            if len(entry) == _OF_COMPONENT or entry[_DETAILS].get("isComponent") is True:
                component = odd_component(entry[_ROW])
                if component:
                    yield from self._about_component(entry, component)
            if len(entry) > _OF_COMPONENT:
                link = self._link(entry)
                networks[link.network].append(link)
                for code, check, find in self._links:
                    if found := find(link):
                        yield from _findings(
                            code, check, link.place, link.statement_id, link.record_id, found
                        )
        for subject, links in networks.items():
            yield from self._about_network(Network(subject, links))

    def _about_component(self, entry: list[Any], component: Component) -> Iterator[Finding]:
        _, place, statement_id, record_id, *_ = entry
        for code, check, find in self._components:
            yield from _findings(code, check, place, statement_id, record_id, find(component))

    def _about_network(self, network: Network) -> Iterator[Finding]:
        for code, check, find in self._networks:
            for link, problem in find(network):
                yield _finding(code, check, link.place, link.statement_id, link.record_id, problem)

    def _link(self, entry: list[Any]) -> Link:
        details = entry[_DETAILS]
        subject, party = details.get("subject"), details.get("interestedParty")
        if not isinstance(subject, str):
            subject = None
        if not isinstance(party, str):
            party = None
        ledger = self._kept.ledger
        facts = ledger.parties(entry.pop(_ROW), subject, party)
        return Link._make((*entry, subject, party, *facts, ledger.known))

    def _about_records(self) -> Iterator[Finding]:
        for series in self._kept.ledger.unusual():
            for code, check, find in self._records:
                for problem in find(series):
                    yield _finding(code, check, series.order - 1, None, series.record_id, problem)


def _of(checks: Mapping[str, Check], kind: type[Kind]) -> Sequence[tuple[str, Kind, Any]]:
    return [(code, check, check.find) for code, check in checks.items() if isinstance(check, kind)]  # type: ignore[attr-defined]


def _findings(
    code: str, check: Check, place: int | None, statement_id: str | None, record_id: str | None, found: Found
) -> Iterator[Finding]:
    for problem in found:
        yield _finding(code, check, place, statement_id, record_id, problem)


def _finding(
    code: str,
    check: Check,
    place: int | None,
    statement_id: str | None,
    record_id: str | None,
    problem: Problem,
) -> Finding:
    return Finding(
        code, check.severity, place, statement_id, record_id, problem.pointer, problem.sentence, check.remedy
    )
