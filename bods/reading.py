"""BODS JSON and JSON Lines in, statements out."""

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import orjson

from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.fields.statement import read_statement
from bods.statements import Statement

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_GZIP = b"\x1f\x8b"
_MARK = b"\xef\xbb\xbf"
_LOOK = 4096


def statement_from(value: Mapping[str, Any]) -> Statement:
    """Read one parsed JSON object as a statement.

    Raises NotAStatementError with the JSON Pointer of the first thing in the way. This reads what can be held; it does
    not judge it: `bods.validation.faults` finds every fault.
    """
    return read_statement(value)


def read_statements(source: bytes | BinaryIO | Path) -> Iterator[Statement]:
    """Read the statements of a file one by one; JSON array or JSON Lines, gzipped or not, told apart by content.

    Raises UnreadableFileError when it is not JSON, and NotAStatementError whose place begins with the statement's
    position, counted from 0. JSON Lines are read a line at a time; an array is held in memory whole.
    """
    for position, value in enumerate(values_in(source)):
        try:
            yield read_statement(value)
        except NotAStatementError as fault:
            raise fault.under(position) from None


def values_in(source: bytes | BinaryIO | Path) -> Iterator[Any]:
    """Give the parsed values of a file, be they statements or not: the members of an array, or one a line.

    Raises UnreadableFileError. A JSON number that is not whole is a float of 64 bits, as RFC 8259 advises: its
    shortest text is the figure as the file has it, up to 15 significant digits.
    """
    if isinstance(source, bytes):
        yield from _values(io.BytesIO(source))
    elif isinstance(source, Path):
        with source.open("rb") as file:
            yield from _values(file)
    else:
        yield from _values(source)


def _values(raw: BinaryIO) -> Iterator[Any]:
    file = io.BufferedReader(_Readable(raw))
    try:
        if file.peek(_LOOK).startswith(_GZIP):
            with gzip.open(file, "rb") as unzipped:
                yield from _plain(io.BufferedReader(_Readable(unzipped)))
        else:
            yield from _plain(file)
    except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
        raise UnreadableFileError(str(fault)) from None


def _plain(file: "io.BufferedReader[_Readable]") -> Iterator[Any]:
    if file.peek(_LOOK).removeprefix(_MARK).lstrip().startswith(b"["):
        yield from _array(file.read())
    else:
        yield from _lines(file)


class _Readable(io.RawIOBase):
    """Any source of bytes as a raw file, so that its beginning can be looked at before it is read.

    It does not close what it reads from: whoever opened that, closes it.
    """

    def __init__(self, source: BinaryIO | gzip.GzipFile) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, into: "Buffer") -> int:
        room = memoryview(into)
        piece = self._source.read(len(room))
        room[: len(piece)] = piece
        return len(piece)


def _array(text: bytes) -> Iterator[Any]:
    try:
        values = orjson.loads(text.removeprefix(_MARK))
    except orjson.JSONDecodeError as fault:
        raise UnreadableFileError(str(fault)) from None
    yield from values


def _lines(file: "io.BufferedReader[_Readable]") -> Iterator[Any]:
    for number, line in enumerate(file, start=1):
        text = line.removeprefix(_MARK) if number == 1 else line
        if not text.strip():
            continue
        try:
            yield orjson.loads(text)
        except orjson.JSONDecodeError as fault:
            raise UnreadableFileError(str(fault), number) from None
