"""A file of another register, of whatever version of BODS: sound statements of 0.4 one by one, every fault by its place."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from bods.checks import Severity
from bods.examination import examine
from bods.exceptions import NotAStatementError
from bods.reading import Unreadable, entries_in, statement_from
from bods.statements import Statement
from bods.upgrade import upgraded_statements
from register.elsewhere.doubled import MOST_TOLD, TWICE, doubled_names
from register.ocds.decoding import DAMAGED, NotUtf8Error, decoded

NEWEST = "0.4"


@dataclass(frozen=True, slots=True)
class PlaceFault:
    """What is wrong at one place of a file, in a sentence that repeats no particulars."""

    place: str
    sentence: str


@dataclass(slots=True)
class OtherReading:
    """The statements of one file; `faults` and `losses` fill up as they are gone through, in the order of the file."""

    name: str
    #: Opens the file anew from its beginning; it is gone through up to four times.
    opened: Callable[[], AbstractContextManager[BinaryIO]]
    today: date
    as_of: date
    faults: list[PlaceFault] = field(default_factory=list)
    losses: list[PlaceFault] = field(default_factory=list)

    def statements(self) -> Iterator[Statement]:
        """The same file gives the same statements in the same order, so that a reading can go on where it stopped.

        A file of 0.4 is streamed; an older one is held as a whole, since only the whole tells which records there are.
        Nothing is taken of a file in which a name stands twice in one object.
        """
        if self._says_twice():
            return iter(())
        return self._new() if self._is_new() else self._old()

    def _says_twice(self) -> bool:
        with self.opened() as file, suppress(NotUtf8Error, *DAMAGED):
            clean, _ = decoded(file)
            doubled = [PlaceFault(place, TWICE) for place in islice(doubled_names(clean), MOST_TOLD)]
            self.faults += doubled
            return bool(doubled)
        return False

    def _is_new(self) -> bool:
        with self.opened() as file:
            return all(_version(value) == NEWEST for _, value in entries_in(file) if isinstance(value, dict))

    def _new(self) -> Iterator[Statement]:
        bad = self._examined()
        with self.opened() as file:
            for place, value in entries_in(file):
                if place in bad or isinstance(value, Unreadable):
                    continue
                try:
                    yield statement_from(value)
                except NotAStatementError as fault:
                    self.faults.append(PlaceFault(_place(place, ""), str(fault)))

    def _examined(self) -> set[int]:
        """Tell every fault, and give the places of statements that are not to be taken."""
        bad: set[int] = set()
        with self.opened() as file:
            for finding in examine(file, today=self.today):
                if finding.severity is Severity.BREAKS:
                    self.faults.append(PlaceFault(_place(finding.place, finding.pointer), finding.sentence))
                    bad |= set() if finding.place is None else {finding.place}
        return bad

    def _old(self) -> Iterator[Statement]:
        values = []
        with self.opened() as file:
            for place, value in entries_in(file):
                if isinstance(value, Unreadable):
                    self.faults.append(PlaceFault(_place(place, ""), value.sentence))
                else:
                    values.append(value)
        tell: Callable[[Any], None] = lambda loss: self.losses.append(  # noqa: E731
            PlaceFault(f"{loss.place} {loss.field}".strip(), loss.sentence)
        )
        yield from upgraded_statements(values, tell, undated=self.as_of)


def _version(value: dict[str, Any]) -> str:
    details = value.get("publicationDetails")
    told = details.get("bodsVersion") if isinstance(details, dict) else None
    return str(told) if told is not None else (NEWEST if "recordId" in value else "0.1")


def _place(place: int | None, pointer: str) -> str:
    return "" if place is None else f"{place}{pointer}"
