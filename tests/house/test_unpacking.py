"""What is packed is found: else a search for what is private would look at the wrapping alone."""

import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import duckdb
from openpyxl import Workbook

from tests.house.unpacking import inside

SECRET = "kanari.o'nzau & 'watoto'"


def zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return out.getvalue()


def test_a_text_is_found_however_it_is_packed() -> None:
    assert SECRET in inside(SECRET.encode())
    assert SECRET in inside(zipped("a.csv", SECRET.encode()))
    assert SECRET in inside(zipped("b.zip", zipped("a.csv", gzip.compress(SECRET.encode()))))
    assert "plot 90417" in inside(zipped("plot 90417", b""))


def test_a_workbook_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["nyumba"])
    book.save(tmp_path / "book")

    assert "nyumba" in inside((tmp_path / "book").read_bytes())


def test_tables_of_columns_and_databases_are_read(tmp_path: Path) -> None:
    with duckdb.connect() as asked:
        asked.execute("CREATE TABLE t AS SELECT ? AS a, [struct_pack(b := ?)] AS c", [SECRET, SECRET])
        asked.execute(f"COPY t TO '{tmp_path / 'columns'}' (FORMAT parquet)")
    opened = sqlite3.connect(tmp_path / "database")
    with opened:
        opened.execute("CREATE TABLE t (a)")
        opened.execute("INSERT INTO t VALUES (?)", (SECRET,))
    opened.close()

    assert inside((tmp_path / "columns").read_bytes()).count(SECRET) == 2
    assert SECRET in inside((tmp_path / "database").read_bytes())
