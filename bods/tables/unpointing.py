"""The standard's tabular form read back: cells named by JSON Pointers put together to statements."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from bods.exceptions import UnreadableTableError
from bods.tables.fields import Known, statement_fields
from bods.tables.literals import UNKNOWN, value_of
from bods.tables.pointers import WHOLE

_Path = tuple[str | int, ...]


class _Members(dict[int, Any]):
    """The members of a list while it is put together, by place."""


class _Fields(dict[str, Any]):
    """The fields of an object while it is put together."""


def statements_in_rows(rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[dict[str, Any]]:
    """Give the statements, as JSON objects, of rows whose first one names the columns; empty rows are passed over.

    Raises UnreadableTableError with the line when a row is longer than the first or a cell cannot be read.
    """
    columns: list[tuple[_Path, Known]] = []
    for line, row in rows:
        try:
            if not columns:
                columns = [_column(name) for name in row]
            elif any(row):
                yield _statement(columns, row)
        except ValueError as fault:
            raise UnreadableTableError(str(fault), line=line) from None


def _column(name: str) -> tuple[_Path, Known]:
    """Give the path that a column's name stands for, and what is known of the field there."""
    known = statement_fields()
    path: _Path = ()
    if name == WHOLE:
        return path, known
    for step in name.split("/"):
        field = step.replace("~1", "/").replace("~0", "~")
        # Other people's fields may hold lists; ours beyond the standard have one column, whatever is in them.
        in_list = "array" in known.kinds or (known is UNKNOWN and path != ())
        if in_list and field.isdecimal():
            path, known = (*path, int(field)), known.item or UNKNOWN
        else:
            path, known = (*path, field), known.fields.get(field, UNKNOWN)
    return path, known


def _statement(columns: list[tuple[_Path, Known]], row: Sequence[str]) -> dict[str, Any]:
    if len(row) > len(columns):
        raise ValueError("a row has more cells than there are columns")
    statement = _Fields()
    for (path, known), cell in zip(columns, row, strict=False):
        if cell:
            value = value_of(known, cell)
            # What has no column of its own stands in the object's; the columns after it add the rest.
            if isinstance(value, dict) and "object" in known.kinds:
                value = _Fields(value)
            _put(statement, path, value)
    return {name: _finished(value) for name, value in statement.items()}


def _put(statement: _Fields, path: _Path, value: object) -> None:
    if not path:
        statement.update(value if isinstance(value, dict) else {})
        return
    here: Any = statement
    for step, following in pairwise(path):
        kind = _Members if isinstance(following, int) else _Fields
        here = here.setdefault(step, kind())
        if type(here) is not kind:
            raise ValueError(f"{step} is one value and has parts too")
    here[path[-1]] = value


def _finished(value: object) -> object:
    """Make lists and plain objects of what was put together; what stood in one cell is whole already."""
    if isinstance(value, _Members):
        return [_finished(item) for _, item in sorted(value.items())]
    if isinstance(value, _Fields):
        return {name: _finished(item) for name, item in value.items()}
    return value
