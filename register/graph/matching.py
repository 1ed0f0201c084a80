"""Whether a person of the picture is somebody on a list: by identity, by name and month of birth, or by name alone."""

from enum import IntEnum
from typing import Protocol

from register.graph.names import alike
from register.graph.picture import Party


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
