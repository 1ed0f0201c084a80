"""Statements of a file, one by one, for who needs every value to be one."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.fields.statement import read_statement
from bods.reading.entries import entries_in
from bods.reading.unreadable import EMPTY, Unreadable
from bods.statements import Statement


def statement_from(value: Mapping[str, Any]) -> Statement:
    """Read one parsed JSON object as a statement.

    Raises NotAStatementError with the JSON Pointer of the first thing in the way. This reads what can be held; it does
    not judge it: `bods.validation.faults` finds every fault.
    """
    return read_statement(value)


def read_statements(source: bytes | BinaryIO | Path) -> Iterator[Statement]:
    """Read the statements of a file one by one; JSON array or JSON Lines, gzipped or not, told apart by content.

    Raises UnreadableFileError when it is not JSON, and NotAStatementError whose place begins with the statement's
    position, counted from 0.
    """
    for position, value in enumerate(values_in(source)):
        try:
            yield read_statement(value)
        except NotAStatementError as fault:
            raise fault.under(position) from None


def values_in(source: bytes | BinaryIO | Path) -> Iterator[Any]:
    """Give the parsed values of a file, be they statements or not: the members of an array, or one a line.

    An empty file holds none. Raises UnreadableFileError at the first place that is no JSON. A JSON number that is not
    whole is a float of 64 bits, as RFC 8259 advises: its shortest text is the figure as the file has it, up to 15
    significant digits.
    """
    entries = entries_in(source)
    for place, value in entries:
        if isinstance(value, Unreadable):
            if value is EMPTY:
                return
            reason = value.sentence[0].lower() + value.sentence[1:].removesuffix(".")
            raise UnreadableFileError(reason, place if entries.lines else None)
        yield value
