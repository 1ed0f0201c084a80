"""A draft as a BODS network: the company, the people and bodies above it, and who holds what in whom."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import networkx as nx

from bods.network import Network
from bods.records import Entity, Identifier, Person, Record, Relationship, Unspecified
from bods.structures import (
    Answer,
    Answers,
    Holding,
    IndirectHolding,
    NotNamed,
    Part,
    Party,
)
from bods.structures import network_of as drawn
from bods.structures.identities import key_of
from bods.structures.problems import structure_of
from register.declarations.chains import Chains, chains_of
from register.declarations.draft import SUBJECT, Draft, NoOwner, PersonAnswer
from register.declarations.entity_record import TYPES, entity_record
from register.declarations.person_record import person_record, reason_to_withhold, withheld_person
from register.declarations.stakes import Law, Stakes
from register.declarations.standing import Link

__all__ = ["PERSON_SCHEME_NAME", "TYPES", "Past", "answers_of_draft", "network_of", "person_records"]

#: The schemeName under which the register's own identifier of a person is published, unless the place has its own.
PERSON_SCHEME_NAME = "UMILIKI-PERSON"


@dataclass(frozen=True, slots=True)
class Past:
    """What the register stated before of the same company: open records, and the ids that were closed for ever.

    `confirmed` gives the register's own public identifier of people who are confirmed, by person key. `withheld` are
    people who are protected, and `named` those who asked for it and were refused.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    closed: Collection[str] = ()
    confirmed: Mapping[str, str] = field(default_factory=dict)
    withheld: Mapping[str, Unspecified] = field(default_factory=dict)
    named: Collection[str] = ()


def network_of(
    draft: Draft,
    subject_record_id: str,
    law: Law,
    past: Past | None = None,
    *,
    person_scheme_name: str = PERSON_SCHEME_NAME,
    today: date | None = None,
) -> Network:
    """Give the network that a draft tells of on a day, in the order of publication. No particular goes into it.

    Without a day, whatever has an end date is over. Record ids are made from the draft's keys by `bods.structures`, and
    stay: `<subject>-p-<person>`, `<subject>-e-<body>`, `<subject>-r-<holder>-<held>` (`<subject>-r-<holder>` for what is
    held in the company). One that was closed is never used again: the next has `-2` at its end, and so on.
    Each end of a chain has one primary relationship with the company; all between is components of it.
    """
    past = past or Past()
    answers = answers_of_draft(
        draft, subject_record_id, law, past, person_scheme_name=person_scheme_name, today=today
    )
    before = Network(subject_record_id, past.records) if past.records else None
    return drawn(answers, before, closed=past.closed)


def answers_of_draft(
    draft: Draft,
    subject_record_id: str,
    law: Law,
    past: Past | None = None,
    *,
    person_scheme_name: str = PERSON_SCHEME_NAME,
    today: date | None = None,
) -> Answers:
    """Give the plain answers of the standard's library that a draft comes to, with everybody's shares worked out."""
    return _Answering(draft, subject_record_id, law, past or Past(), person_scheme_name, today).answers()


def person_records(
    draft: Draft, subject_record_id: str, law: Law, past: Past | None = None, today: date | None = None
) -> dict[str, str]:
    """The record id of each person of a draft who stands in its network, by person key."""
    network = network_of(draft, subject_record_id, law, past, today=today)
    people = {person.key for person in draft.people}
    found = {
        key_of(record_id, subject_record_id): record_id
        for record_id, record in network.records.items()
        if isinstance(record, Person)
    }
    return {key: record_id for key, record_id in found.items() if key in people}


class _Answering:
    def __init__(
        self,
        draft: Draft,
        subject_record_id: str,
        law: Law,
        past: Past,
        person_scheme_name: str,
        today: date | None,
    ) -> None:
        self.draft, self.subject, self.past = draft, subject_record_id, past
        self.person_scheme_name = person_scheme_name
        self.chains: Chains = chains_of(draft, today)
        self.stakes = Stakes(self.chains, law, {each.holder: each for each in draft.indirect})
        known = {*(person.key for person in draft.people), *(body.key for body in draft.entities)}
        #: Those of whom it is only said that they hold through others.
        self.unchained = tuple(
            key
            for key in dict.fromkeys(each.holder for each in draft.indirect)
            if key in known - self.chains.drawn and self.stakes.indirect(key)
        )
        self.drawn = self.chains.drawn | {*self.unchained}

    def answers(self) -> Answers:
        parties = {self._name(key): record for key, record in self._parties()}
        told = (*self._direct(parties), *self._indirect(), *self._not_named())
        return Answers(self.subject, parties, told)

    def _name(self, key: str) -> str:
        return self.subject if key == SUBJECT else key

    def _parties(self) -> Iterator[tuple[str, Party]]:
        yield SUBJECT, entity_record(self.draft.company)
        for body in self.draft.entities:
            if body.key in self.drawn:
                yield body.key, entity_record(body)
        for person in self.draft.people:
            if person.key in self.drawn:
                yield person.key, self._person(person)

    def _person(self, person: PersonAnswer) -> Person:
        identifier = self.past.confirmed.get(person.key)
        record = person_record(
            person, Identifier(id=identifier, scheme_name=self.person_scheme_name) if identifier else None
        )
        reason = reason_to_withhold(person, self.past.withheld, frozenset(self.past.named))
        return withheld_person(record, reason) if reason else record

    def _direct(self, parties: Mapping[str, Party]) -> Iterator[Answer]:
        taking_part: dict[str, list[Link]] = {}
        for link in (*self.chains.holdings.values(), *self.chains.aside):
            body = parties[self._name(link.held)]
            if isinstance(body, Entity) and structure_of(body):
                taking_part.setdefault(link.held, []).append(link)
            else:
                yield Holding(self._name(link.holder), self.stakes.direct(link), self._name(link.held))
        for key, links in taking_part.items():
            body = parties[self._name(key)]
            structure = structure_of(body) if isinstance(body, Entity) else None
            if structure is not None:
                parts = tuple(Part(self._name(link.holder), self.stakes.direct(link)) for link in links)
                yield structure(self._name(key), parts)

    def _indirect(self) -> Iterator[Answer]:
        for end in (*self._tops(), *self.unchained):
            if stakes := self.stakes.indirect(end):
                yield IndirectHolding(end, stakes)

    def _tops(self) -> Iterator[str]:
        """The ends of chains whom nobody else reaches, not even by a seat."""
        graph = nx.DiGraph(self.chains.graph)
        graph.add_edges_from(link.key for link in self.chains.aside)
        ends = self.chains.ends
        for end in ends:
            if not (nx.ancestors(graph, end) & {*ends} - {end}):
                yield end

    def _not_named(self) -> Iterator[Answer]:
        if self.draft.no_owner:
            yield _not_named(None, self.draft.no_owner)
        held = {link.held for link in (*self.chains.holdings.values(), *self.chains.aside)}
        for body in self.draft.entities:
            if body.no_holder and body.key in self.drawn and body.key not in held:
                yield _not_named(body.key, body.no_holder)


def _not_named(held: str | None, told: NoOwner) -> NotNamed:
    return NotNamed(told.reason, held, told.description or None)


def relationship_keys(record: Relationship, subject_record_id: str) -> tuple[str, str] | None:
    """Give the draft's keys of a relationship's two ends, holder and held; None where one is not named."""
    if not (isinstance(record.subject, str) and isinstance(record.interested_party, str)):
        return None
    holder, held = (
        SUBJECT if each == subject_record_id else key_of(each, subject_record_id)
        for each in (record.interested_party, record.subject)
    )
    return holder, held
