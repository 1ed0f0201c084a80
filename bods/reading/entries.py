"""Every value of a file with its place, and in the place of what is none, why it could not be read."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from bods.reading import limits
from bods.reading.beginning import foreign, skip_white
from bods.reading.lines import line_values
from bods.reading.members import member_values
from bods.reading.stream import Stream
from bods.reading.unreadable import EMPTY


class Entries:
    """The values of one file, to be gone through once; see `entries_in`."""

    __slots__ = ("_source", "lines")

    def __init__(self, source: bytes | BinaryIO | Path) -> None:
        self._source: bytes | BinaryIO | Path | None = source
        #: Whether places are numbers of lines, from 1, or indexes of an array, from 0. Known with the first value.
        self.lines = False

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        source, self._source = self._source, None
        if source is None:
            return
        with _opened(source) as opened:
            file = io.BufferedReader(Stream(opened), limits.BLOCK)
            if told := foreign(file):
                yield 0, told
                return
            before = skip_white(file)
            first = file.peek()[:1]
            self.lines = first not in (b"", b"[")
            if self.lines:
                yield from line_values(file, before)
            elif first:
                yield from member_values(file)
            else:
                yield 0, file.raw.fault or EMPTY


def entries_in(source: bytes | BinaryIO | Path) -> Entries:
    """Give each value of a file with its place: the number of its line, or its index in the array.

    Takes a JSON array, JSON Lines, or objects one after the other, in UTF-8, gzipped or not, told apart by content.
    In the place of what cannot be read stands an `Unreadable`; nothing that a file holds makes this fail, and no more
    than one value of it, or `limits.LONGEST` bytes, is held at once. OSError is passed on when a Path is opened.
    """
    return Entries(source)


@contextmanager
def _opened(source: bytes | BinaryIO | Path) -> Iterator[BinaryIO]:
    if isinstance(source, bytes):
        yield io.BytesIO(source)
    elif isinstance(source, Path):
        with source.open("rb") as file:
            yield file
    else:
        yield source
