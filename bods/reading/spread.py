"""Objects that are written over several lines, one after the other."""

import re
from collections.abc import Iterator
from typing import Any

import orjson

from bods.reading import limits
from bods.reading.brackets import WHITE, end_of
from bods.reading.parsing import parsed
from bods.reading.stream import File
from bods.reading.unreadable import BETWEEN_OBJECTS, CUT_OBJECT, LONG_VALUE, Unreadable

_WHITE_RUN = re.compile(rb"[%(w)s]*+" % {b"w": WHITE})


def spread_values(file: File, text: bytes, number: int) -> Iterator[tuple[int, Any]]:
    """Give the values of `text`, which begins in line `number`, and of the rest of the file after it.

    Each has the number of the line it begins in. One value at a time is held, and the block that it ends in.
    """
    file.raw.by_lines = False
    held = _Held(text, number)
    while True:
        yield from held.values()
        if fault := held.fault():
            break
        if not (more := file.read(max(limits.BLOCK, len(held.text)))):
            fault = file.raw.fault or (CUT_OBJECT if held.text else None)
            break
        held.text += more
    if fault:
        yield held.number, fault


class _Held:
    """The text that is read and not yet given, and the line it begins in."""

    def __init__(self, text: bytes, number: int) -> None:
        self.text = text
        self.number = number

    def values(self) -> Iterator[tuple[int, Any]]:
        """Give the values that end in the text, and keep what follows them."""
        place = self._after_white(0)
        while self.text[place : place + 1] in (b"{", b"["):
            end, value = self._guessed(place) or self._counted(place)
            if not end:
                break
            yield self.number, value
            self.number += self.text.count(b"\n", place, end)
            place = self._after_white(end)
        self.text = self.text[place:]

    def _guessed(self, place: int) -> tuple[int, Any] | None:
        # An object that parses ends there: none is the beginning of another. Its brackets need not be counted then.
        end = self.text.find(b"\n}", place, place + limits.AT_ONCE) + 2
        try:
            return end, orjson.loads(self.text[place:end])
        except orjson.JSONDecodeError:
            return None

    def _counted(self, place: int) -> tuple[int, Any]:
        end = end_of(self.text, place)
        if end is None:
            return 0, None
        return end, parsed(self.text[place:end])

    def fault(self) -> Unreadable | None:
        if self.text and self.text[0] not in b"{[":
            return BETWEEN_OBJECTS
        return LONG_VALUE if len(self.text) > limits.LONGEST else None

    def _after_white(self, place: int) -> int:
        found = _WHITE_RUN.match(self.text, place)
        end = found.end() if found else place
        self.number += self.text.count(b"\n", place, end)
        return end
