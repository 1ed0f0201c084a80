"""JSON of any size taken in value by value: the members of the outermost list, `releases` or `records` one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

import ijson

from register.exceptions import RegisterError
from register.ocds.fault import Notes, step
from register.ocds.growing import Growing

#: Lists of the outermost object whose members are given one by one.
STREAMED = ("releases", "records")


class BrokenJsonError(RegisterError):
    """The text stops being JSON after `place`, a JSON pointer."""

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(f"From here on this is not JSON ({reason}); what came before was read.")


@dataclass(frozen=True, slots=True)
class Piece:
    """One value with its place. `list_name` tells of which outermost list it is a member: empty for the bare list.

    `rest` marks what is left of the outermost object when the members of its lists have been given.
    """

    place: str
    value: Any
    notes: Notes
    usable: bool = True
    list_name: str | None = None
    rest: bool = False

    @classmethod
    def member(cls, place: str, value: object, list_name: str) -> "Piece":
        """A member of a list that was read whole; its notes belong to the piece it was in."""
        return cls(place, value, Notes(), list_name=list_name)


class _Events:
    """The parser's events; whatever it stumbles on becomes a BrokenJsonError with the place reached."""

    def __init__(self, stream: BinaryIO) -> None:
        self._events = ijson.basic_parse(stream, multiple_values=True)
        self.place = ""
        self.growing: Growing | None = None
        #: The position of the first member of the next list.
        self.first = 0

    def next(self) -> tuple[str, Any] | None:
        try:
            return next(self._events, None)
        except ijson.JSONError as error:
            raise BrokenJsonError(self._here(), _reason(error)) from None
        except UnicodeDecodeError:
            raise BrokenJsonError(self._here(), "half a letter stands alone") from None
        except ArithmeticError:
            raise BrokenJsonError(self._here(), "a number is beyond all measure") from None

    def _here(self) -> str:
        return self.place + (self.growing.here if self.growing else "")


def pieces(stream: BinaryIO, first: int = 0) -> Iterator[Piece]:
    """Give the values of a stream that holds one JSON value, or several one after another.

    Members of the first list are counted from `first`. Raises BrokenJsonError when it comes to what is not JSON; what was
    sound before has been given by then.
    """
    events = _Events(stream)
    events.first = first
    while (event := events.next()) is not None:
        if event[0] == "start_array":
            yield from _listed(events, "", "")
        elif event[0] == "start_map":
            yield from _outermost(events)
        else:
            yield _built(events, event, "")
        events.place, events.growing = "", None


def member(written: bytes, place: str, name: str) -> Piece:
    """Give one member of a list, held whole. Raises BrokenJsonError as `pieces` does."""
    events = _Events(BytesIO(written))
    events.place = place
    return _built(events, _expected(events), place, name)


def _listed(events: _Events, place: str, name: str) -> Iterator[Piece]:
    position, events.first = events.first, 0
    events.place, events.growing = step(place, position), None
    while (event := _expected(events))[0] != "end_array":
        yield _built(events, event, step(place, position), name)
        position += 1
        events.place, events.growing = step(place, position), None


def _outermost(events: _Events) -> Iterator[Piece]:
    rest = Growing(STREAMED)
    rest.feed("start_map", None)
    while not rest.complete:
        events.place, events.growing = "", rest
        event = _expected(events)
        rest.feed(*event)
        if event[0] == "map_key" and event[1] in STREAMED:
            yield from _maybe_listed(events, rest, event[1])
    yield Piece("", rest.value, rest.notes, not rest.refused, rest=True)


def _maybe_listed(events: _Events, rest: Growing, name: str) -> Iterator[Piece]:
    if not rest.on_top:
        return
    event = _expected(events)
    if event[0] != "start_array":
        rest.feed(*event)
        return
    rest.feed("null", None)
    yield from _listed(events, step("", name), name)


def _built(events: _Events, event: tuple[str, Any], place: str, name: str | None = None) -> Piece:
    growing = Growing()
    events.place, events.growing = place, growing
    growing.feed(*event)
    while not growing.complete:
        growing.feed(*_expected(events))
    return Piece(place, growing.value, growing.notes, not growing.refused, name)


def _expected(events: _Events) -> tuple[str, Any]:
    event = events.next()
    if event is None:
        raise BrokenJsonError(events.place, "it ends too early")
    return event


def _reason(error: Exception) -> str:
    """The parser's own reason, without the piece of the file that it quotes."""
    said = str(error).removeprefix("b'").removeprefix('b"')
    return (
        said.split("\n")[0]
        .split("\\n")[0]
        .rstrip(".")
        .removeprefix("parse error: ")
        .removeprefix("lexical error: ")
    )
