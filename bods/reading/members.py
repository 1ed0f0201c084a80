"""A JSON array, member by member, in little memory.

Where the members of a block end is guessed from how the first of them begins (`{"statementId":`, say), and the parser
tells whether the guess was right: text that begins with a member, parses as a list of members and stands before a
comma can only end with a member. A wrong guess costs time, never a value: then the brackets are counted.
"""

import re
from collections.abc import Iterator
from typing import Any

from orjson import JSONDecodeError, loads

from bods.reading import limits
from bods.reading.brackets import WHITE, commas_in
from bods.reading.parsing import all_parsed, parsed, parsed_if_whole
from bods.reading.stream import File
from bods.reading.unreadable import AFTER_ARRAY, BROKEN_ARRAY, CUT_ARRAY, LONG_VALUE, UNENDED, Unreadable

_OPENING = re.compile(rb'[%(w)s]*+(\{[%(w)s]*+"[^"\\]{0,64}+"[%(w)s]*+:)' % {b"w": WHITE})
#: How far before a member the comma is looked for: room for a line break and its indent.
_INDENT = 64


def member_values(file: File) -> Iterator[tuple[int, Any]]:
    """Give the members of the array that `file` stands before, each with its index, from 0."""
    file.read(len(b"["))
    array = _Array(file)
    given = 0
    while not array.ended:
        values = array.some()
        yield from enumerate(values, given)
        given += len(values)
    if array.fault in (None, CUT_ARRAY, UNENDED) and file.raw.fault:
        yield given, file.raw.fault
    elif array.fault:
        yield given, array.fault


class _Array:
    """What is still to be read of an array; the text that is held of it begins with a member."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._text = b""
        self._opening: bytes | None = None
        self._begun = False
        self._read_whole = False
        #: True when there is nothing more to be had, because of `fault` if there is one.
        self.ended = False
        self.fault: Unreadable | None = None

    def some(self) -> list[Any]:
        """Read on, and give the members that end in what is held now, if any do."""
        self._fill()
        values = self._all_the_rest() if self._read_whole else self._up_to_guess()
        if not values:
            values = self._up_to_count()
        self._begun = self._begun or bool(values)
        return values

    def _fill(self) -> None:
        # Twice as much each time: a member of many blocks is not looked through again for each of them.
        room = max(limits.LONGEST + 1 - len(self._text), 1)
        more = self._file.read(max(limits.AT_ONCE, min(len(self._text), room)))
        self._text += more
        self._read_whole = not more

    def _up_to_guess(self) -> list[Any]:
        if self._opening is None:
            found = _OPENING.match(self._text)
            self._opening = found[1] if found else None
        if self._opening is None or (opening := self._text.rfind(self._opening)) <= 0:
            return []
        indent = max(opening - _INDENT, 0)
        cut = indent + len(self._text[indent:opening].rstrip(WHITE)) - 1
        if cut < 0 or not self._text.startswith(b",", cut):
            return []
        try:
            values: list[Any] = loads(b"[" + self._text[:cut] + b"]")
        except JSONDecodeError:
            return []
        self._text = self._text[cut + 1 :]
        return values

    def _all_the_rest(self) -> list[Any]:
        try:
            values: list[Any] = loads(b"[" + self._text)
        except JSONDecodeError:
            return []
        # An array may be empty, but after a comma a member must come.
        self.ended = bool(values) or not self._begun
        return values

    def _up_to_count(self) -> list[Any]:
        if self.ended:
            return []
        commas, close = commas_in(self._text)
        values = all_parsed(self._text, commas)
        self._begun = self._begun or bool(values)
        after = commas[-1] + 1 if commas else 0
        if close is not None:
            values += self._last(self._text[after:close])
            self._end(self._fault_after(close))
        elif self._read_whole:
            values += parsed_if_whole(self._text[after:])
            self._end(UNENDED if self._text.rstrip(WHITE).endswith(b"]") else CUT_ARRAY)
        elif not commas and len(self._text) > limits.LONGEST:
            self._end(LONG_VALUE)
        self._text = self._text[after:]
        self._opening = None
        return values

    def _last(self, text: bytes) -> list[Any]:
        """Give what stands before the closing bracket: nothing, if the array has no members at all."""
        return [parsed(text)] if self._begun or text.strip(WHITE) else []

    def _fault_after(self, close: int) -> Unreadable | None:
        if not self._text.startswith(b"]", close):
            return BROKEN_ARRAY
        rest = self._text[close + 1 :]
        while not rest.strip(WHITE):
            rest = self._file.read(limits.BLOCK)
            if not rest:
                return None
        return AFTER_ARRAY

    def _end(self, fault: Unreadable | None) -> None:
        self.ended = True
        self.fault = fault
