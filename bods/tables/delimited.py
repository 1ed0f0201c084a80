"""Rows of text as comma-separated values (RFC 4180, UTF-8), written and read as a stream.

No cell is written that a spreadsheet would run: see `cells.guarded`; reading takes the mark away again.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from threading import Lock
from typing import IO, TYPE_CHECKING

from bods.exceptions import UnreadableTableError
from bods.tables.cells import guarded, unguarded

if TYPE_CHECKING:
    from _csv import Reader

_MARK = b"\xef\xbb\xbf"
_BLOCK = 1 << 16
_ROWS_AT_ONCE = 200
_LONGEST_CELL = 1 << 28
_limit = Lock()


class Delimited:
    """A file of rows that is being written; `finish` writes what still waits."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._waiting = io.StringIO(newline="")
        self._row = csv.writer(self._waiting, lineterminator="\r\n").writerow

    def write(self, row: Iterable[str]) -> None:
        self._row([guarded(cell) if cell else cell for cell in row])
        if self._waiting.tell() >= _BLOCK:
            self.finish()

    def finish(self) -> None:
        self._out.write(self._waiting.getvalue().encode())
        self._waiting.seek(0)
        self._waiting.truncate()


def read_rows(source: IO[bytes], table: str | None = None) -> Iterator[tuple[int, Sequence[str]]]:
    """Give the rows of a file, each with the line it ends on, from 1. `table` names the file in errors.

    Raises UnreadableTableError when it is not UTF-8, or a quote is not closed. A mark of byte order is left out.
    """
    rows = csv.reader(_lines(source), strict=True)
    while block := _next_rows(rows, table):
        yield from block


def _lines(source: IO[bytes]) -> Iterator[str]:
    for number, line in enumerate(source):
        yield line.removeprefix(_MARK if number == 0 else b"").decode()


def _next_rows(rows: "Reader", table: str | None) -> list[tuple[int, Sequence[str]]]:
    # The longest cell is one setting of the whole process, for all readers: raised for these rows only.
    with _limit:
        before = csv.field_size_limit(_LONGEST_CELL)
        try:
            return [(rows.line_num, [unguarded(cell) for cell in row]) for row in islice(rows, _ROWS_AT_ONCE)]
        except (csv.Error, UnicodeDecodeError) as fault:
            raise UnreadableTableError(str(fault), table, rows.line_num + 1) from None
        finally:
            csv.field_size_limit(before)
