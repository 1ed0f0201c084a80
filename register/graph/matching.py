"""Whether a party of the picture is on a list: by identity or number, by name and month of birth, or by name alone."""

from dataclasses import replace
from enum import IntEnum
from typing import Protocol

from register.graph.joining import plain
from register.graph.lists import Listed
from register.graph.names import alike, same_body_name
from register.graph.picture import Party, PartyKind


class Sameness(IntEnum):
    """By what two people are taken for one; the highest number is the surest."""

    NAME = 1
    NAME_AND_MONTH = 2
    #: The identity number is the same, but somebody only typed it.
    TYPED_IDENTITY = 3
    IDENTITY = 4


class Named(Protocol):
    """Somebody on a list. `identity` is the register's keyed one, `birth_month` YYYY-MM; both may be unknown."""

    @property
    def name(self) -> str: ...
    @property
    def identity(self) -> str | None: ...
    @property
    def birth_month(self) -> str | None: ...


def same(person: Party, listed: Named) -> Sameness | None:
    """Say by what they may be one; None when identity numbers or months of birth tell them apart."""
    if person.identity and listed.identity:
        if person.identity != listed.identity:
            return None
        return Sameness.TYPED_IDENTITY if person.typed_records else Sameness.IDENTITY
    if not any(alike(name, listed.name) for name in (person.name, *person.other_names)):
        return None
    if person.birth_month and listed.birth_month:
        return Sameness.NAME_AND_MONTH if person.birth_month == listed.birth_month else None
    return Sameness.NAME


def listed_as(party: Party, entry: Listed) -> Sameness | None:
    """Say by what a person or body may be the one an entry means: a body's shared number is an identity."""
    person = party.kind is PartyKind.PERSON
    if party.kind is PartyKind.UNKNOWN or entry.entity is person:
        return None
    if not person:
        return _same_body(party, entry)
    found = (same(party, each) for each in _spellings(entry))
    return max((each for each in found if each is not None), default=None)


def _spellings(entry: Listed) -> list[Listed]:
    return [entry, *(replace(entry, name=name) for name in entry.other_names)]


def _same_body(body: Party, entry: Listed) -> Sameness | None:
    mine = {(plain(scheme), plain(number)) for scheme, number in body.identifiers}
    theirs = {(plain(scheme), plain(number)) for scheme, number in entry.numbers}
    if mine & theirs:
        return Sameness.IDENTITY
    if {scheme for scheme, _ in mine} & {scheme for scheme, _ in theirs}:
        return None
    if body.country and entry.country and body.country.casefold() != entry.country.casefold():
        return None
    names = (entry.name, *entry.other_names)
    return Sameness.NAME if any(same_body_name(body.name, name) for name in names) else None
