"""An Excel workbook: the linked tables as sheets, every text an explicit text.

Excel's limits are kept honestly. A table of more than 1,048,575 rows goes on in a further sheet (`entities 2`). A text
of more than 32,767 characters stands in the sheet `long_texts`, in parts, and its cell says where: `long:1`; so does a
text that happens to look like that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from datetime import time as hour
from typing import TYPE_CHECKING, BinaryIO

from bods.exceptions import BodsError, UnreadableTableError
from bods.exports.format import Format
from bods.statements import Statement
from bods.tables import Table, tables
from bods.tables.extras import library
from bods.tables.guide import guide
from bods.tables.joining import joined
from bods.tables.rows import rows_of
from bods.tables.sheet_text import is_too_long, pieces, unescaped
from bods.tables.table import Cell, Row
from bods.tables.texts import objects_in, statements_in
from bods.tables.typed import Columns
from bods.tables.workbook import Sheet, Workbook

if TYPE_CHECKING:
    from openpyxl import Workbook as ReadBook
    from openpyxl.worksheet.worksheet import Worksheet as ReadSheet

_GUIDE = "read_me"
_LONG = "long_texts"
_LONG_HEADS = ("mark", "part", "text")
_MARK = re.compile(r"long:\d+", re.ASCII)
_PARTICULARS = (
    "- Every text is written as text: none is a formula or a link. A table with more rows than a sheet takes goes on in",
    "  a further sheet, such as `entities 2`.",
    "- A cell that says `long:1` stands for a text that no cell can hold: join the parts of mark 1 in `long_texts`.",
)


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    with Workbook() as book:
        about = book.add(_GUIDE, ["Read me"])
        for line in guide(*_PARTICULARS):
            about.write([line])
        series = {table.name: _Series(book, table.name, table.names) for table in tables()}
        long = _Series(book, _LONG, _LONG_HEADS)
        marks = _Marks(long)
        for number, statement in enumerate(objects_in(texts), start=1):
            for table, row in rows_of(number, statement):
                series[table.name].write([marks.cell(cell) for cell in row])
        filled = [sheet for each in (*series.values(), long) for sheet in each.sheets]
        book.save([about, *filled], out)


class _Series:
    """The sheets of one table: a further one is begun when one is full."""

    def __init__(self, book: Workbook, name: str, heads: tuple[str, ...]) -> None:
        self._book = book
        self._name = name
        self._heads = heads
        self.sheets: list[Sheet] = [book.add(name, heads)]

    def write(self, row: Row) -> None:
        if self.sheets[-1].is_full:
            self.sheets.append(self._book.add(f"{self._name} {len(self.sheets) + 1}", self._heads))
        self.sheets[-1].write(row)


class _Marks:
    """What stands in a cell in the place of a text that no cell can hold; the text itself goes to a table of its own."""

    def __init__(self, long: _Series) -> None:
        self._long = long
        self._count = 0

    def cell(self, cell: Cell) -> Cell:
        if not isinstance(cell, str) or not (is_too_long(cell) or _MARK.fullmatch(cell)):
            return cell
        self._count += 1
        for part, piece in enumerate(pieces(cell), start=1):
            self._long.write([self._count, part, piece])
        return f"long:{self._count}"


def read(source: BinaryIO) -> Iterator[Statement]:
    openpyxl = library("openpyxl")
    try:
        with closing(openpyxl.load_workbook(source, read_only=True)) as book:
            long = _long_texts(book)
            rows = {
                table.name: _rows(table, found, long)
                for table in tables()
                if (found := _sheets(book, table.name))
            }
            yield from statements_in(joined(rows))
    except BodsError:
        raise
    except Exception as fault:  # noqa: BLE001  # a broken workbook fails in openpyxl in more ways than it says
        raise UnreadableTableError(f"the workbook is broken ({fault})") from None


def _sheets(book: "ReadBook", name: str) -> "list[ReadSheet]":
    """Give the sheets of one table, in their order."""
    found = []
    for sheet in book.worksheets:
        begins, _, more = sheet.title.partition(" ")
        if begins == name and (not more or more.isdecimal()):
            found.append((int(more or 1), sheet))
    return [sheet for _, sheet in sorted(found, key=lambda each: each[0])]


def _long_texts(book: "ReadBook") -> Mapping[str, str]:
    parts: dict[str, list[str]] = defaultdict(list)
    for sheet in _sheets(book, _LONG):
        for mark, _, text, *_ in sheet.iter_rows(min_row=2, max_col=3, values_only=True):
            parts[f"long:{mark}"].append(unescaped(str(text)))
    return {mark: "".join(texts) for mark, texts in parts.items()}


def _rows(table: Table, sheets: "list[ReadSheet]", long: Mapping[str, str]) -> Iterator[Row]:
    for sheet in sheets:
        columns: Columns | None = None
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if columns is None:
                columns = Columns(table, [str(cell) for cell in cells if cell is not None])
            elif any(cell is not None for cell in cells):
                yield columns.row([_plain(cell, long) for cell in cells], line)


def _plain(cell: object, long: Mapping[str, str]) -> Cell:
    if isinstance(cell, str):
        text = unescaped(cell)
        return long.get(text, text) if _MARK.fullmatch(text) else text
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == hour.min else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return cell if isinstance(cell, bool | int | float) else None


FORMAT = Format(
    "xlsx",
    "Excel workbook",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsx",
    write,
    read,
)
