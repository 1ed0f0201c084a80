"""Lists that staff enter or import with their source and date: officials and their families, the exposed, the debarred."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ListKind(StrEnum):
    """What a list says of those on it."""

    #: Holds or held a prominent public office.
    EXPOSED = "exposed"
    #: Barred from public buying.
    DEBARRED = "debarred"
    #: Under sanctions.
    SANCTIONED = "sanctioned"


@dataclass(frozen=True, slots=True, repr=False)
class Relative:
    """Somebody of an official's family; `tie` is what they are to the official, as `declarations.persons.Tie` has it."""

    name: str
    tie: str
    identity: str | None = None
    birth_month: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody on the officials' list, from `since` to `until`; with an `ocid`, for that process only."""

    id: str
    name: str
    role: str
    body: str
    list_date: date
    source: str
    since: date | None = None
    until: date | None = None
    identity: str | None = None
    birth_month: str | None = None
    ocid: str | None = None
    family: tuple[Relative, ...] = ()
    #: Named in the register to a committee of that process, and on no list; `list_date` is the day of it.
    named: bool = False

    def serves(self, ocid: str, on: date) -> bool:
        """Whether this person has a part in that process on that day."""
        return runs(self.since, self.until, on) and self.ocid in (None, ocid)


@dataclass(frozen=True, slots=True, repr=False)
class Listed:
    """A person or body on a list. `identity` is the register's keyed one, `numbers` are official ones of a body.

    `entity` is None when the list does not say whether it is a person. `by` is the authority, `reason` its words.
    """

    id: str
    kind: ListKind
    name: str
    list_date: date
    source: str
    other_names: tuple[str, ...] = ()
    entity: bool | None = None
    numbers: tuple[tuple[str, str], ...] = ()
    identity: str | None = None
    birth_month: str | None = None
    country: str = ""
    by: str = ""
    reason: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is in force on that day."""
        return runs(self.since, self.until, on)


def runs(since: date | None, until: date | None, on: date) -> bool:
    """Whether something that began on `since` and ended on `until` (neither known: open) runs on a day."""
    return (since is None or since <= on) and not (until is not None and until <= on)
