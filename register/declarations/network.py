"""A draft as a BODS network: the company, the people and bodies above it, and who holds what in whom."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from bods.codelists import EntitySubtype, EntityType
from bods.network import Network
from bods.records import (
    Entity,
    Identifier,
    Jurisdiction,
    Person,
    PublicListing,
    Record,
    Relationship,
    Unspecified,
)
from register.declarations.chains import Chains, chains_of
from register.declarations.countries import country_name
from register.declarations.draft import (
    NOBODY,
    SUBJECT,
    Draft,
    EntityAnswer,
    EntityKind,
    Holding,
    NoOwner,
    PersonAnswer,
)
from register.declarations.person_record import person_record, reason_to_withhold, withheld_person
from register.declarations.stakes import Law, Stakes, link_interests

#: The schemeName under which the register's own identifier of a person is published, unless the place has its own.
PERSON_SCHEME_NAME = "UMILIKI-PERSON"

TYPES: Mapping[EntityKind, tuple[EntityType, EntitySubtype | None]] = {
    EntityKind.COMPANY: (EntityType.REGISTERED_ENTITY, None),
    EntityKind.LISTED: (EntityType.REGISTERED_ENTITY, None),
    EntityKind.STATE: (EntityType.STATE, None),
    EntityKind.GOVERNMENT: (EntityType.STATE_BODY, None),
    EntityKind.TRUST: (EntityType.ARRANGEMENT, EntitySubtype.TRUST),
    EntityKind.PARTNERSHIP: (EntityType.ARRANGEMENT, EntitySubtype.OTHER),
    EntityKind.LIMITED_LIABILITY_PARTNERSHIP: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.SOLE_TRADER: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.SELF_HELP_GROUP: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.COOPERATIVE: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.ASSOCIATION: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.OTHER: (EntityType.LEGAL_ENTITY, EntitySubtype.OTHER),
    EntityKind.NOMINEE_AGREEMENT: (EntityType.ARRANGEMENT, EntitySubtype.NOMINATION),
    EntityKind.JOINT_HOLDING: (EntityType.ARRANGEMENT, None),
}


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
) -> Network:
    """Give the network that a draft tells of, in the order of publication. Nothing of the particulars goes into it.

    Record ids are made from the draft's keys and stay: `<subject>-p-<person>`, `<subject>-e-<body>`,
    `<subject>-r-<holder>-<held>`. One that was closed is never used again: the next has `-2` at its end, and so on; nor
    is one kept by a record that leaves the chains to stand by itself, or that joins other parties.
    Each end of a chain has one primary relationship with the company; all between is components of it.
    """
    return _Drawing(draft, subject_record_id, law, past or Past(), person_scheme_name).network()


def person_records(
    draft: Draft, subject_record_id: str, law: Law, past: Past | None = None
) -> dict[str, str]:
    """The record id of each person of a draft who stands in its network, by person key."""
    drawing = _Drawing(draft, subject_record_id, law, past or Past(), PERSON_SCHEME_NAME)
    drawing.network()
    people = {person.key for person in draft.people}
    return {key: record_id for key, record_id in drawing.ids.items() if key in people}


class _Drawing:
    def __init__(
        self, draft: Draft, subject_record_id: str, law: Law, past: Past, person_scheme_name: str
    ) -> None:
        self.draft, self.subject, self.past = draft, subject_record_id, past
        self.person_scheme_name = person_scheme_name
        self.chains: Chains = chains_of(draft)
        self.stakes = Stakes(self.chains, law)
        self.ids = {SUBJECT: subject_record_id}
        self.links: dict[tuple[str, str], str] = {}
        self.records: dict[str, Record] = {}

    def network(self) -> Network:
        self.records[self.subject] = _entity(self.draft.company, is_component=False)
        ends = self.chains.ends
        for body in self.draft.entities:
            if body.key in self.chains.bodies:
                self._add_party("e", body.key, _entity(body, is_component=body.key not in ends))
        for person in self.draft.people:
            if person.key in ends:
                self._add_party("p", person.key, self._person(person))
        self._add_relationships(ends)
        return Network(self.subject, self.records)

    def _add_relationships(self, ends: Collection[str]) -> None:
        for link in self.chains.holdings.values():
            if not (link.held == SUBJECT and link.holder in ends):
                self._add_link(link)
        for end in ends:
            self._add_primary(end)
        for held, reason in self._nobodies():
            self._add_relationship(NOBODY, held, _nobody(self.ids[held], reason))

    def _nobodies(self) -> Iterator[tuple[str, NoOwner]]:
        if self.draft.no_owner:
            yield SUBJECT, self.draft.no_owner
        held = {link.held for link in self.chains.holdings.values()}
        for body in self.draft.entities:
            if body.no_holder and body.key in self.chains.bodies and body.key not in held:
                yield body.key, body.no_holder

    def _person(self, person: PersonAnswer) -> Person:
        identifier = self.past.confirmed.get(person.key)
        record = person_record(
            person, Identifier(id=identifier, scheme_name=self.person_scheme_name) if identifier else None
        )
        reason = reason_to_withhold(person, self.past.withheld, frozenset(self.past.named))
        return withheld_person(record, reason) if reason else record

    def _add_party(self, letter: str, key: str, record: Record) -> None:
        self.ids[key] = self._record_id(f"{self.subject}-{letter}-{key}", record)
        self.records[self.ids[key]] = record

    def _add_link(self, link: Holding) -> None:
        relationship = Relationship(
            is_component=True,
            subject=self.ids[link.held],
            interested_party=self.ids[link.holder],
            interests=link_interests(link),
        )
        self.links[link.key] = self._add_relationship(link.holder, link.held, relationship)

    def _add_primary(self, end: str) -> None:
        components = [
            *(self.ids[key] for key in self.chains.between(end)),
            *(self.links[link.key] for link in self.chains.links(end) if link.key in self.links),
        ]
        relationship = Relationship(
            subject=self.subject,
            interested_party=self.ids[end],
            component_records=tuple(components),
            interests=self.stakes.interests(end),
        )
        self._add_relationship(end, SUBJECT, relationship)

    def _add_relationship(self, holder: str, held: str, relationship: Relationship) -> str:
        record_id = self._record_id(f"{self.subject}-r-{holder}-{held}", relationship)
        self.records[record_id] = relationship
        return record_id

    def _record_id(self, base: str, record: Record) -> str:
        candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
        return next(each for each in candidates if self._fits(each, record))

    def _fits(self, record_id: str, record: Record) -> bool:
        if record_id in self.past.closed:
            return False
        before = self.past.records.get(record_id)
        return before is None or _continues(before, record)


def _continues(before: Record, record: Record) -> bool:
    if type(before) is not type(record) or (before.is_component and not record.is_component):
        # The official checker follows a component to the relationship that lists it, for ever.
        return False
    if isinstance(before, Entity) and isinstance(record, Entity):
        # What was stated of a trust is not said of a company.
        return (before.type, before.subtype) == (record.type, record.subtype)
    if isinstance(before, Relationship) and isinstance(record, Relationship):
        return (before.subject, before.interested_party) == (record.subject, record.interested_party)
    return True


def _entity(body: EntityAnswer, *, is_component: bool) -> Entity:
    kind, subtype = TYPES[body.kind]
    place = Jurisdiction(country_name(body.country), body.country.upper()) if body.country else None
    return Entity(
        is_component=is_component,
        type=kind,
        subtype=subtype,
        name=body.name or None,
        jurisdiction=place,
        identifiers=(Identifier(id=body.number, scheme=body.scheme),) if body.scheme and body.number else (),
        public_listing=PublicListing(has_public_listing=True) if body.kind is EntityKind.LISTED else None,
    )


def _nobody(held: str, reason: NoOwner) -> Relationship:
    unspecified = Unspecified(reason.reason, reason.description or None)
    return Relationship(subject=held, interested_party=unspecified)
