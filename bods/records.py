"""The three kinds of record: an entity, a person, and the relationship between them.

A record keeps in `extra` every field that BODS 0.4 does not know (and known lists that were given empty), so that
what was read is written back whole. Lists are tuples; full dates are `date`; dates that may be a year or a month
stay text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from bods.codelists import (
    DirectOrIndirect,
    EntitySubtype,
    EntityType,
    InterestType,
    NameType,
    PepStatus,
    PersonType,
    RecordType,
)
from bods.listings import PublicListing, SecuritiesListing, Security
from bods.parts import Address, Agent, Country, Identifier, Jurisdiction, Source, Unspecified
from bods.shares import Share

__all__ = [
    "Address",
    "Agent",
    "Country",
    "Entity",
    "Identifier",
    "Interest",
    "Jurisdiction",
    "Name",
    "PepDetail",
    "Person",
    "PoliticalExposure",
    "PublicListing",
    "Record",
    "Relationship",
    "SecuritiesListing",
    "Security",
    "Share",
    "Source",
    "Statute",
    "Unspecified",
    "record_type_of",
]


@dataclass(frozen=True, slots=True)
class Statute:
    """The law that formed an entity."""

    name: str | None = None
    enacted: date | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, body, arrangement or state. Source: BODS 0.4, `entity-record.json`.

    `type`, `subtype` and `type_details` are the standard's `entityType` object (what else it holds is in `extra` under
    that name); `unspecified` says why an anonymous or unknown entity is not described.
    """

    is_component: bool = False
    type: EntityType = EntityType.REGISTERED_ENTITY
    subtype: EntitySubtype | None = None
    type_details: str | None = None
    unspecified: Unspecified | None = None
    name: str | None = None
    alternate_names: tuple[str, ...] = ()
    jurisdiction: Jurisdiction | None = None
    identifiers: tuple[Identifier, ...] = ()
    founding_date: date | None = None
    dissolution_date: date | None = None
    addresses: tuple[Address, ...] = ()
    uri: str | None = None
    formed_by_statute: Statute | None = None
    public_listing: PublicListing | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a person; `full_name` is as it is written in full, the parts are optional."""

    full_name: str
    type: NameType | None = None
    family_name: str | None = None
    given_name: str | None = None
    patronymic_name: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PepDetail:
    """One reason why a person is politically exposed, or why that is not known (`missing_info_reason`)."""

    reason: str | None = None
    missing_info_reason: str | None = None
    jurisdiction: Jurisdiction | None = None
    start_date: date | None = None
    end_date: date | None = None
    source: Source | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PoliticalExposure:
    """Whether a person is politically exposed, with details; left out where nobody is asked."""

    status: PepStatus
    details: tuple[PepDetail, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Person:
    """A natural person. Source: BODS 0.4, `person-record.json`.

    `birth_date` and `death_date` are YYYY, YYYY-MM or YYYY-MM-DD. `unspecified` says why an anonymous or unknown
    person is not described.
    """

    is_component: bool = False
    type: PersonType = PersonType.KNOWN_PERSON
    unspecified: Unspecified | None = None
    names: tuple[Name, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    nationalities: tuple[Country, ...] = ()
    place_of_birth: Address | None = None
    birth_date: str | None = None
    death_date: str | None = None
    tax_residencies: tuple[Country, ...] = ()
    addresses: tuple[Address, ...] = ()
    political_exposure: PoliticalExposure | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Interest:
    """One way in which an interested party owns or controls a subject. The standard requires no field of it."""

    type: InterestType | None = None
    direct_or_indirect: DirectOrIndirect | None = None
    beneficial_ownership_or_control: bool | None = None
    share: Share | None = None
    start_date: date | None = None
    end_date: date | None = None
    details: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def holds_on(self, day: date) -> bool | None:
        """Say whether the interest was held on a day; None when no start date tells.

        On its end date an interest has ended already, as in the official visualisation tool.
        """
        if self.end_date is not None and day >= self.end_date:
            return False
        if self.start_date is None:
            return None
        return self.start_date <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """Who holds which interests in what. Source: BODS 0.4, `relationship-record.json`.

    `subject` and `interested_party` are record ids, or the reason why none is given. A primary relationship
    (`is_component` False) lists in `component_records` the ids of the chain it runs through.
    """

    is_component: bool = False
    subject: str | Unspecified
    interested_party: str | Unspecified
    component_records: tuple[str, ...] = ()
    interests: tuple[Interest, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


Record: TypeAlias = Entity | Person | Relationship

_TYPES: Mapping[type[Record], RecordType] = {
    Entity: RecordType.ENTITY,
    Person: RecordType.PERSON,
    Relationship: RecordType.RELATIONSHIP,
}


def record_type_of(record: Record) -> RecordType:
    """Give the code that the standard has for this kind of record."""
    return _TYPES[type(record)]
