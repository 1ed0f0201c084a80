"""An Excel workbook (Office Open XML) written as a stream: every text a text, never a formula, never a link.

Written here and not by a library, since the one at hand writes some 3,000 rows a second; and so it is plain to see
that no cell can be anything but a text, a truth or a number. Each sheet waits in a file of its own.
Source: ECMA-376, part 1, chapter 18 (SpreadsheetML).
"""

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import IO

from bods.tables.cells import is_risky
from bods.tables.sheet_text import escaped
from bods.tables.table import Cell
from bods.tables.workbook_parts import MAIN, XML, parts, sheet_part

MOST_ROWS = 1_048_576
#: Styles of cells, as `workbook_parts` numbers them: heads, text, and text that must not be run when it is edited.
_HEAD, _TEXT, _RISKY = 1, 2, 3
_SHEET = (
    f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)
_NO_DAY = (1980, 1, 1, 0, 0, 0)


class Sheet:
    """One sheet that is being written, its first row the heads of its columns."""

    def __init__(self, name: str, heads: Sequence[str], file: IO[bytes]) -> None:
        self.name = name
        self.rows = 0
        self.file = file
        self._letters = [_letters(place) for place in range(len(heads))]
        self.file.write(_SHEET.encode())
        self._write(_text(letter, 1, _HEAD, head) for letter, head in zip(self._letters, heads, strict=True))

    @property
    def is_full(self) -> bool:
        """Whether Excel could not show one row more."""
        return self.rows >= MOST_ROWS

    def write(self, row: Sequence[Cell]) -> None:
        number = self.rows + 1
        self._write(
            _cell(letter, number, cell)
            for letter, cell in zip(self._letters, row, strict=True)
            if cell is not None
        )

    def _write(self, cells: Iterable[str]) -> None:
        self.rows += 1
        self.file.write(f'<row r="{self.rows}">{"".join(cells)}</row>'.encode())


class Workbook:
    """The sheets of a workbook while they are written; `save` puts them into one file."""

    def __init__(self) -> None:
        self._files = ExitStack()

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def add(self, name: str, heads: Sequence[str]) -> Sheet:
        """Begin a sheet; its name is unique, of at most 31 letters."""
        return Sheet(name, heads, self._files.enter_context(tempfile.TemporaryFile()))

    def save(self, sheets: Sequence[Sheet], out: IO[bytes]) -> None:
        """Write the workbook with these of its sheets, in this order.

        Excel doubts a zip that was made for what cannot be wound back, or for huge members: so none is made like that.
        """
        with tempfile.TemporaryFile() as whole:
            with zipfile.ZipFile(whole, "w") as zipped:
                for name, text in parts([sheet.name for sheet in sheets]):
                    zipped.writestr(_member(name), text)
                for place, sheet in enumerate(sheets, start=1):
                    sheet.file.write(b"</sheetData></worksheet>")
                    with zipped.open(_member(sheet_part(place), sheet.file.tell()), "w") as member:
                        sheet.file.seek(0)
                        shutil.copyfileobj(sheet.file, member)
            whole.seek(0)
            shutil.copyfileobj(whole, out)


def _cell(letter: str, row: int, cell: Cell) -> str:
    if isinstance(cell, str):
        return _text(letter, row, _RISKY if is_risky(cell) else _TEXT, cell)
    if isinstance(cell, bool):
        return f'<c r="{letter}{row}" t="b"><v>{int(cell)}</v></c>'
    return f'<c r="{letter}{row}"><v>{cell!r}</v></c>'


def _text(letter: str, row: int, style: int, text: str) -> str:
    return f'<c r="{letter}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def _letters(place: int) -> str:
    """Give the name of a column by its place, from 0: A to Z, AA to ZZ."""
    before, here = divmod(place, 26)
    return (chr(ord("A") + before - 1) if before else "") + chr(ord("A") + here)


def _member(name: str, size: int = 0) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _NO_DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.file_size = size
    return member
