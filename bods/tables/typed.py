"""Cells of typed columns as text, and back; and which of a file's columns are which of a table's."""

from collections.abc import Callable, Mapping, Sequence

import orjson

from bods.exceptions import UnreadableTableError
from bods.tables.table import Cell, Row, Table

_TRUTHS = {"true": True, "false": False}


def text_of(cell: Cell) -> str:
    """Write a cell as text; nothing is the empty text."""
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else orjson.dumps(cell).decode()


def _text(cell: Cell) -> Cell:
    # Whoever types a postcode into a spreadsheet gets a number; it is text all the same.
    return cell if isinstance(cell, str) else str(cell)


def _truth(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return cell
    found = _TRUTHS.get(str(cell).lower())
    if found is None:
        raise ValueError(f"{cell!r} is neither true nor false")
    return found


def _number(cell: Cell) -> Cell:
    value = orjson.loads(cell) if isinstance(cell, str) else cell
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{cell!r} is no number")  # noqa: TRY004  # it is said of the file, not of a caller
    return value


def _whole(cell: Cell) -> Cell:
    value = _number(cell)
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(f"{cell!r} is no whole number")
    return int(value or 0)


_READ: Mapping[str, Callable[[Cell], Cell]] = {"boolean": _truth, "number": _number, "integer": _whole}


class Columns:
    """Where a file has a table's columns: in any order, and without those that have nothing in them.

    Raises UnreadableTableError when a name is not a column of the table, or stands twice.
    """

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        self._table = table
        unknown = sorted(set(names) - set(table.names))
        if unknown:
            raise UnreadableTableError(f"there is no column {unknown[0]!r} in this table", table.name, 1)
        if len(set(names)) != len(names):
            raise UnreadableTableError("two columns have one name", table.name, 1)
        places = {name: place for place, name in enumerate(table.names)}
        self._into = [(places[name], _READ.get(table.columns[places[name]].type, _text)) for name in names]

    def row(self, cells: Sequence[Cell], line: int) -> Row:
        """Give a file's cells as a row of the table, each read as what its column holds; the empty text is nothing.

        Raises UnreadableTableError with the line when that cannot be.
        """
        row: list[Cell] = [None] * len(self._table.columns)
        if len(cells) > len(self._into):
            raise UnreadableTableError("a row has more cells than there are columns", self._table.name, line)
        try:
            for cell, (place, read) in zip(cells, self._into, strict=False):
                if cell is not None and cell != "":
                    row[place] = read(cell)
        except (ValueError, OverflowError) as fault:
            raise UnreadableTableError(str(fault), self._table.name, line) from None
        return row
