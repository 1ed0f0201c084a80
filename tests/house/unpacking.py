"""What stands inside a file, as text, however it is packed: zips and workbooks, tables of columns, databases."""

import gzip
import io
import sqlite3
import tempfile
import zipfile
from pathlib import Path

import duckdb


def inside(content: bytes) -> str:
    """Give all text in a file. What is packed is unpacked; what is none of these is read as it is."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            return "\n".join(f"{name}\n{inside(zipped.read(name))}" for name in zipped.namelist())
    if content.startswith(b"\x1f\x8b"):
        return inside(gzip.decompress(content))
    for beginning, read in ((b"PAR1", _columns), (b"SQLite format 3\x00", _database)):
        if content.startswith(beginning):
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "file"
                file.write_bytes(content)
                return read(file)
    return content.decode("utf-8", "replace")


def _columns(file: Path) -> str:
    with duckdb.connect() as asked:
        rows = asked.execute("SELECT CAST(to_json(t) AS VARCHAR) FROM read_parquet(?) AS t", [str(file)])
        return "\n".join(row[0] for row in rows.fetchall())


def _database(file: Path) -> str:
    opened = sqlite3.connect(file)
    try:
        names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in names for row in opened.execute(f'SELECT * FROM "{name}"')]
    finally:
        opened.close()
    return "\n".join("\t".join(map(str, row)) for row in rows)
