"""A CSV or Excel file from outside as one table of texts: bounded, no formula, nothing run, every cell with its place."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import openpyxl

from bods.tables.cells import unguarded
from register.exceptions import RegisterError
from register.uploads import UploadRefusedError, check_workbook
from register.uploads.archives import NOT_AN_ARCHIVE, TOO_MUCH_INSIDE, Limits
from register.words import N_

MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 4000
#: Bytes to which an Excel file, which is a zip, may unpack: so many rows and columns take more room than a paper.
MOST_UNPACKED = 80 * 1024 * 1024
LIMITS = Limits(members=500, whole=MOST_UNPACKED, ratio=250)
#: Every Excel file of today begins as a zip does.
ZIP = b"PK\x03\x04"
TOO_BIG = N_("This file unpacks to more than we read. Send it in parts.")
BROKEN = N_("This is not a sound Excel file. Save it again as .xlsx, or as CSV.")
NOT_TEXT = N_("This file is not CSV in UTF-8. Save it as “CSV UTF-8”, or send the Excel file.")
EMPTY = N_("This file holds no row. Fill in the template and send it again.")
TOO_MANY = N_("This file has more than %(most)s rows. Send it in parts.")


class TableRefusedError(RegisterError):
    """A file cannot be read at all; `message` is a msgid with `facts` for its placeholders."""

    def __init__(self, message: str, **facts: str) -> None:
        self.message, self.facts = message, facts
        super().__init__(message)


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One row by the folded heads of its columns; `number` counts from 1, the heads' row included."""

    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet; `heads` are as they stand in the file, `sheet` is empty for CSV."""

    sheet: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)


def head(text: str) -> str:
    """A head of a column as it is compared: "Company number *" is company_number."""
    return "_".join("".join(each if each.isalnum() else " " for each in text.lower()).split())


def read_table(data: bytes, sheet: str | None = None) -> Table:
    """Read a file by what it is, not by its name: the sheet of that name, else the first. Raises TableRefusedError."""
    name, rows = _workbook(data, sheet) if data.startswith(ZIP) else ("", _delimited(data))
    heads = next(rows, (0, []))[1]
    columns = [head(each) for each in heads]
    kept = [
        Row(number, dict(zip(columns, cells, strict=False)))
        for number, cells in rows
        if any(cell for cell in cells)
    ]
    if not any(columns) or not kept:
        raise TableRefusedError(EMPTY)
    while heads and not heads[-1]:
        heads = heads[:-1]
    return Table(name, tuple(heads), tuple(kept))


def _delimited(data: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableRefusedError(NOT_TEXT) from None
    if "\x00" in text:
        raise TableRefusedError(NOT_TEXT)
    semicolons = text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if semicolons else ",", strict=True)
    try:
        for count, cells in enumerate(reader):
            yield count + 1, [_plain(cell) for cell in _bounded(count, cells)]
    except csv.Error:
        raise TableRefusedError(NOT_TEXT) from None


def _workbook(data: bytes, sheet: str | None) -> tuple[str, Iterator[tuple[int, list[str]]]]:
    _pass_the_gate(data)
    try:
        with closing(openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)) as book:
            names = {each.lower(): each for each in book.sheetnames}
            found = book[names.get((sheet or "").lower(), book.sheetnames[0])]
            rows = [
                (count + 1, [_plain(_shown(cell)) for cell in _bounded(count, list(cells))])
                for count, cells in enumerate(found.iter_rows(max_col=MOST_COLUMNS))
            ]
    except TableRefusedError:
        raise
    except Exception:  # noqa: BLE001 (a broken workbook fails in more ways than its reader says)
        raise TableRefusedError(BROKEN) from None
    return str(found.title), iter(rows)


def _pass_the_gate(data: bytes) -> None:
    """The one gate for workbooks; it says what is wrong in words for papers, we in words for sheets."""
    try:
        check_workbook(data, LIMITS)
    except UploadRefusedError as refused:
        told = {TOO_MUCH_INSIDE: TOO_BIG, NOT_AN_ARCHIVE: BROKEN}
        raise TableRefusedError(told.get(refused.sentence, refused.sentence)) from None


def _bounded(count: int, cells: list[Any]) -> list[Any]:
    if count > MOST_ROWS:
        raise TableRefusedError(TOO_MANY, most=f"{MOST_ROWS:,}")
    return cells[:MOST_COLUMNS]


def _shown(cell: Any) -> str:  # noqa: ANN401 (openpyxl has several kinds of cell)
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        percent = "%" in str(getattr(cell, "number_format", ""))
        return f"{round(value * 100, 10) if percent else value:.10f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)


def _plain(text: str) -> str:
    """What a cell says, in one Unicode form (NFC), without the mark that keeps a spreadsheet from running it."""
    told = unguarded(text.strip()[: LONGEST_CELL + 1])
    return unicodedata.normalize("NFC", told)
