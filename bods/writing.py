"""Statements in, BODS JSON out."""

from collections.abc import Iterable
from typing import Any, BinaryIO

import orjson

from bods.fields.statement import write_statement
from bods.statements import Statement


def as_json(statement: Statement) -> dict[str, Any]:
    """Give a statement as plain JSON values, its fields in the order of the standard's schema.

    Whole figures are integers; others are floats of 64 bits. Reading the value again gives an equal statement.
    """
    return write_statement(statement)


def as_bytes(statement: Statement) -> bytes:
    """Give a statement as one line of compact JSON in UTF-8, without the line's end."""
    return orjson.dumps(write_statement(statement))


def write_json(statements: Iterable[Statement], out: BinaryIO) -> None:
    """Write a JSON array, one statement a line: the standard's own form."""
    opening = b"[\n"
    for statement in statements:
        out.write(opening + as_bytes(statement))
        opening = b",\n"
    out.write(b"[]\n" if opening == b"[\n" else b"\n]\n")


def write_json_lines(statements: Iterable[Statement], out: BinaryIO) -> None:
    """Write JSON Lines, which the standard allows for large files: one statement a line."""
    out.writelines(as_bytes(statement) + b"\n" for statement in statements)
