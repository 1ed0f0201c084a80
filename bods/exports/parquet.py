"""One Parquet file for analysts: a row a statement, a typed column a field, and the whole text beside them.

Objects are structs and lists are lists (`interests[1].share.exact`); the column `statement` holds each statement as it
was published, byte for byte but for ends of lines between its values, and reading goes by it alone.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bods.exceptions import UnreadableTableError
from bods.exports.format import Format
from bods.statements import Statement
from bods.tables.extras import library
from bods.tables.structs import structure, typed_columns
from bods.tables.texts import objects_in, one_line_each, statements_in

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Statements in one group of rows: as many as are in memory at once, for whoever writes or reads.
_GROUP = 4_096
_LEAST_OBJECT = 1 << 20
_MEMORY = 300 << 20
#: How often a long statement is in memory while it is read and written.
_COPIES = 30
_SETTINGS = {
    "threads": "1",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_AT_ONCE = 1_000


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    with tempfile.TemporaryDirectory() as folder:
        waiting, made = Path(folder, "statements.jsonl"), Path(folder, "statements.parquet")
        longest = _LEAST_OBJECT
        with waiting.open("wb") as file:
            for text in one_line_each(texts):
                longest = max(longest, len(text) + 2)
                file.write(text + b"\n")
        with _database(folder, longest) as database:
            database.execute(  # the names in it are the standard's
                f"""COPY (
                    SELECT {typed_columns()} FROM (
                        SELECT json::VARCHAR AS statement, json_transform(json, $structure) AS given
                        FROM read_ndjson_objects($waiting, maximum_object_size = $longest)
                    )
                ) TO $made (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})""",  # noqa: S608  # nosec B608
                {"structure": structure(), "waiting": str(waiting), "longest": longest, "made": str(made)},
            )
        with made.open("rb") as file:
            shutil.copyfileobj(file, out)


def read(source: BinaryIO) -> Iterator[Statement]:
    duckdb = library("duckdb")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "statements.parquet")
        with file.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        with _database(folder) as database:
            try:
                yield from statements_in(objects_in(_texts(database, file)))
            except duckdb.Error as fault:
                raise UnreadableTableError(str(fault)) from None


def _texts(database: "DuckDBPyConnection", file: Path) -> Iterator[bytes]:
    found = database.execute("SELECT statement FROM read_parquet($file)", {"file": str(file)})
    while rows := found.fetchmany(_AT_ONCE):
        for (text,) in rows:
            yield str(text).encode()


def _database(folder: str, longest: int = 0) -> "DuckDBPyConnection":
    memory = f"{_MEMORY + _COPIES * longest}B"
    settings = {**_SETTINGS, "memory_limit": memory, "temp_directory": folder}
    made: DuckDBPyConnection = library("duckdb").connect(":memory:", config=settings)
    return made


FORMAT = Format("parquet", "Parquet", "application/vnd.apache.parquet", ".parquet", write, read)
