"""A relationship statement as it is looked at again once every record of the file is known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """What a record is by its last statement: codes of the standard, None where there is none.

    `type` is entity, person or relationship; entities have a type and may have a subtype, persons have a type.
    """

    type: str | None
    entity_type: str | None
    subtype: str | None
    person_type: str | None


class Link(NamedTuple):
    """One relationship statement: its keys, its parties with what is known of them, and its details as JSON.

    `network` is the declaration subject. `place` is the line (from 1) in JSON Lines, the index (from 0) in an array.
    `date` is `statementDate` as written. `subject` and `party` are record ids, None where the party is unspecified or
    missing; their kinds are None where no statement of the file is about that record. `first`, `subject_first` and
    `party_first` tell where the records first stand in the file, in numbers that grow with the place (0: nowhere). `known` tells
    the kind of any other record.
    """

    network: str
    place: int
    statement_id: str | None
    record_id: str
    date: str | None
    status: str | None
    details: Mapping[str, Any]
    subject: str | None
    party: str | None
    subject_kind: Kind | None
    party_kind: Kind | None
    first: int
    subject_first: int
    party_first: int
    known: Callable[[str], Kind | None]

    @property
    def interests(self) -> Sequence[Mapping[str, Any]]:
        """The interests as JSON; none where the field is missing."""
        found: Sequence[Mapping[str, Any]] = self.details.get("interests", ())
        return found

    @property
    def components(self) -> Sequence[str]:
        """The ids of the component records that the relationship lists."""
        found: Sequence[str] = self.details.get("componentRecords", ())
        return found

    @property
    def is_component(self) -> bool:
        return self.details.get("isComponent") is True


@dataclass(frozen=True, slots=True)
class Subject:
    """What one statement names as its declaration subject: whether any statement is about it, and of which types."""

    record_id: str
    is_stated: bool
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Component:
    """One statement of a component record.

    `first` is where the record first stands in the file; `listed` where the last relationship that lists it stands for
    the last time, None where none lists it. Both are numbers that grow with the place.
    """

    type: str | None
    first: int
    listed: int | None


@dataclass(frozen=True, slots=True)
class Network:
    """All relationship statements of one declaration subject, in the order of the file."""

    subject: str
    links: Sequence[Link]
