"""A SQLite database: the linked tables with keys, indexes and views, and every statement as it was published.

It is made in a file of its own and copied out when it is whole.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from bods.exceptions import UnreadableTableError
from bods.exports.format import Format
from bods.statements import Statement
from bods.tables import relational, tables
from bods.tables.rows import rows_of
from bods.tables.table import Cell, Row
from bods.tables.texts import objects_in, statements_in

_AT_ONCE = 1_000
_QUICK = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -16000")
_CAREFUL = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA query_only = ON")


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "statements.sqlite")
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            for sql in (*_QUICK, "BEGIN", *relational.before()):
                database.execute(sql)
            numbered = enumerate(texts, start=1)
            while block := list(islice(numbered, _AT_ONCE)):
                _fill(database, block)
            for sql in (*relational.after(), "COMMIT", "ANALYZE"):
                database.execute(sql)
        with file.open("rb") as made:
            shutil.copyfileobj(made, out)


def _fill(database: sqlite3.Connection, block: list[tuple[int, bytes]]) -> None:
    whole: list[Row] = []
    parts: dict[str, list[Row]] = {table.name: [] for table in tables()}
    for (number, text), statement in zip(block, objects_in(text for _, text in block), strict=True):
        whole.append(_whole(number, statement, text))
        for table, row in rows_of(number, statement):
            parts[table.name].append(row)
    database.executemany(relational.INSERT_STATEMENT, whole)
    for table in tables():
        database.executemany(relational.insert(table), parts[table.name])


def _whole(number: int, statement: dict[str, Any], text: bytes) -> Row:
    published = statement.get("publicationDetails")
    dates = {"publicationDate": published.get("publicationDate")} if isinstance(published, dict) else {}
    found = [(statement | dates).get(name) for name in relational.STATEMENT_COLUMNS]
    return [number, *map(_text, found), text.decode()]


def _text(value: object) -> Cell:
    return value if isinstance(value, str) else None


def read(source: BinaryIO) -> Iterator[Statement]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "statements.sqlite")
        with file.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            try:
                yield from statements_in(objects_in(_texts(database)))
            except (sqlite3.Error, ValueError) as fault:  # its messages may hold bytes that are no text
                raise UnreadableTableError(str(fault)) from None


def _texts(database: sqlite3.Connection) -> Iterator[bytes]:
    database.text_factory = bytes
    for sql in _CAREFUL:
        database.execute(sql)
    # A view of that name might ask for anything.
    if database.execute("SELECT type FROM sqlite_master WHERE name = 'statement'").fetchone() != (b"table",):
        raise UnreadableTableError("it has no table called statement")
    for (text,) in database.execute("SELECT statement FROM statement ORDER BY number"):
        yield text if isinstance(text, bytes) else b""


FORMAT = Format("sqlite", "SQLite database", "application/vnd.sqlite3", ".sqlite", write, read)
