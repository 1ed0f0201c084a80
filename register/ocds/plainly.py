"""The pieces of a text of JSON: those plainly written are read at once, the others by the careful reader."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

import orjson

from register.ocds import streaming
from register.ocds.fault import Notes, step
from register.ocds.growing import MOST_VALUES
from register.ocds.numerals import exact
from register.ocds.plain_json import NotPlainError, value_at
from register.ocds.streaming import STREAMED, Piece
from register.ocds.window import Window


def pieces(stream: io.BufferedReader) -> Iterator[Piece]:
    """Give what `streaming.pieces` gives of a stream, with the same places, notes and errors."""
    return _Pieces(Window(stream)).all()


def pieces_of_line(line: bytes) -> Iterator[Piece]:
    """The same for a text that is held whole."""
    try:
        text = line.decode().strip(" \t\r\n")
        value, end = value_at(text, 0)
    except (UnicodeDecodeError, NotPlainError):
        return streaming.pieces(io.BytesIO(line))
    return _whole(value) if end == len(text) else streaming.pieces(io.BytesIO(line))


def _whole(value: Any) -> Iterator[Piece]:  # noqa: ANN401 (any JSON)
    if isinstance(value, list):
        yield from _members(value, "", "")
    elif isinstance(value, dict):
        for name in [name for name in value if name in STREAMED and isinstance(value[name], list)]:
            yield from _members(value[name], step("", name), name)
            value[name] = None
        yield Piece("", value, Notes(), rest=True)
    else:
        yield Piece("", value, Notes())


def _members(values: list[Any], place: str, name: str) -> Iterator[Piece]:
    for position, value in enumerate(values):
        yield Piece.member(step(place, position), value, name)


class _HandOverError(NotPlainError):
    """From here on only the careful reader can go on: behind `before`, at the member `first` of a list."""

    def __init__(self, before: bytes, first: int) -> None:
        self.before = before
        self.first = first
        super().__init__()


class _Pieces:
    """Reads one stream. What is odd and whole is read carefully by itself; where nothing tells its end, all the rest is."""

    def __init__(self, window: Window) -> None:
        self._window = window
        #: What was read of the outermost object besides its lists, and how many letters that took.
        self._rest: dict[str, Any] | None = None
        self._length = 0

    def all(self) -> Iterator[Piece]:
        try:
            while sign := self._window.sign():
                if sign == "[":
                    yield from self._listed("", "", b"")
                elif sign == "{":
                    yield from self._outermost()
                else:
                    yield Piece("", self._value(b""), Notes())
        except _HandOverError as here:
            # A member stands there for all that were given, so that a comma stands behind something.
            given = 1 if here.first else 0
            stream = self._window.from_here(here.before)
            yield from islice(streaming.pieces(stream, here.first - given), given, None)

    def _listed(self, place: str, name: str, before: bytes) -> Iterator[Piece]:
        window, position = self._window, 0
        window.takes("[")
        if window.takes("]"):
            return
        while True:
            yield self._member(step(place, position), name, before, position)
            position += 1
            if window.takes("]"):
                return
            if not window.takes(","):
                self._hand_over(before + b"[{}", position)

    def _member(self, place: str, name: str, before: bytes, position: int) -> Piece:
        try:
            return Piece.member(place, self._window.value(), name)
        except NotPlainError:
            pass
        try:
            written = self._window.written()
        except NotPlainError:
            self._hand_over(before + (b"[{}," if position else b"["), position)
        return streaming.member(written, place, name)

    def _outermost(self) -> Iterator[Piece]:
        window, rest = self._window, dict[str, Any]()
        self._rest, self._length = rest, 0
        window.takes("{")
        if not window.takes("}"):
            yield from self._named(rest)
            while window.takes(","):
                yield from self._named(rest)
            if not window.takes("}"):
                self._hand_over(b"")
        self._rest = None
        yield Piece("", rest, Notes(), rest=True)

    def _named(self, rest: dict[str, Any]) -> Iterator[Piece]:
        """One name of the outermost object with what it names."""
        comma = b"," if rest else b""
        if self._window.sign() != '"':
            self._hand_over(comma)
        name = self._value(comma)
        before = comma + orjson.dumps(name)
        if name in rest or not self._window.takes(":"):
            self._hand_over(before)
        if name in STREAMED and self._window.sign() == "[":
            yield from self._listed(step("", name), name, before + b":")
            rest[name] = None
        else:
            rest[name] = self._value(before + b":")
        if self._length > MOST_VALUES:
            self._hand_over(b"")

    def _value(self, before: bytes) -> Any:  # noqa: ANN401 (any JSON)
        try:
            value = self._window.value()
        except NotPlainError:
            self._hand_over(before)
        self._length += self._window.length
        return value

    def _hand_over(self, before: bytes, first: int = 0) -> NoReturn:
        so_far = b"" if self._rest is None else orjson.dumps(self._rest, default=exact)[:-1]
        # With a blank between, or a number would go on in what follows.
        raise _HandOverError(so_far + b" " + before, first)
