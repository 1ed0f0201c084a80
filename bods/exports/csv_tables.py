"""Linked CSV tables in a zip: entities, persons, relationships, and a table for each list that they have.

Each table waits in a file of its own until all statements have been seen: a zip takes one file after the other.
"""

import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import IO, BinaryIO

from bods.exceptions import UnreadableTableError
from bods.exports.format import Format
from bods.statements import Statement
from bods.tables import Table, tables
from bods.tables.delimited import Delimited, read_rows
from bods.tables.guide import guide
from bods.tables.joining import joined
from bods.tables.rows import rows_of
from bods.tables.table import Row
from bods.tables.texts import objects_in, statements_in
from bods.tables.typed import Columns, text_of

_README = "README.txt"
_PARTICULARS = (
    "- The files are comma-separated values in UTF-8. Where a text begins with =, +, - or @, or with an apostrophe, an",
    "  apostrophe stands before it, so that no spreadsheet takes it for a formula: take one away to have the text.",
)
#: What a file of a zip says it was made on: the same statements make the same zip, to the last byte.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_UNZIPPING = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    with ExitStack() as open_files:
        waiting = {table.name: open_files.enter_context(tempfile.TemporaryFile()) for table in tables()}
        _fill(waiting, texts)
        with zipfile.ZipFile(out, "w") as zipped:
            for name, file in waiting.items():
                with zipped.open(_member(f"{name}.csv", file.tell()), "w") as member:
                    file.seek(0)
                    shutil.copyfileobj(file, member)
            zipped.writestr(_member(_README), "\r\n".join(guide(*_PARTICULARS)) + "\r\n")


def _fill(waiting: Mapping[str, IO[bytes]], texts: Iterable[bytes]) -> None:
    files = {name: Delimited(file) for name, file in waiting.items()}
    for table in tables():
        files[table.name].write(table.names)
    for number, statement in enumerate(objects_in(texts), start=1):
        for table, row in rows_of(number, statement):
            files[table.name].write(map(text_of, row))
    for file in files.values():
        file.finish()


def _member(name: str, size: int = 0) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _NO_DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.file_size = size
    return member


def read(source: BinaryIO) -> Iterator[Statement]:
    try:
        with zipfile.ZipFile(source) as zipped, ExitStack() as open_files:
            names = set(zipped.namelist())
            rows = {
                table.name: _rows(table, open_files.enter_context(zipped.open(f"{table.name}.csv")))
                for table in tables()
                if f"{table.name}.csv" in names
            }
            yield from statements_in(joined(rows))
    except _UNZIPPING as fault:
        raise UnreadableTableError(f"the zip is broken ({fault})") from None


def _rows(table: Table, file: IO[bytes]) -> Iterator[Row]:
    columns: Columns | None = None
    for line, cells in read_rows(file, table.name):
        if columns is None:
            columns = Columns(table, cells)
        elif any(cells):
            yield columns.row(cells, line)


FORMAT = Format("csv-zip", "Linked CSV tables, zipped", "application/zip", ".csv.zip", write, read)
