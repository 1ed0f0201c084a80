"""Linked CSV tables in a zip: who opens it finds three main tables, one for each list, and what to know about them."""

import csv
import io
import zipfile

import pytest

from bods.exceptions import UnreadableTableError
from bods.exports.csv_tables import read, write
from bods.reading import read_statements
from bods.tables import tables
from bods.writing import as_bytes
from tests.bods.standard import EXAMPLES

CHAIN = list(read_statements(EXAMPLES / "owner_through_a_chain.json"))


def zipped() -> bytes:
    out = io.BytesIO()
    write(map(as_bytes, CHAIN), out)
    return out.getvalue()


def rows(name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(zipped())) as files:
        return list(csv.DictReader(io.StringIO(files.read(name).decode(), newline="")))


def changed(name: str, old: bytes | None, new: bytes) -> io.BytesIO:
    """The same zip with some bytes of one of its files exchanged; the whole file for None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(zipped())) as files, zipfile.ZipFile(out, "w") as copy:
        for each in files.namelist():
            text = files.read(each)
            if each == name:
                assert old is None or old in text
                text = new if old is None else text.replace(old, new)
            copy.writestr(each, text)
    return io.BytesIO(out.getvalue())


def test_every_table_is_a_file_and_a_short_guide_is_with_them() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped())) as files:
        names = files.namelist()
        guide = files.read("README.txt").decode()

    assert names == [*(f"{table.name}.csv" for table in tables()), "README.txt"]
    assert all(table.name in guide for table in tables())
    assert "apostrophe" in guide


def test_rows_of_lists_are_tied_to_their_statements() -> None:
    main = {
        row["number"]: row["statementId"]
        for name in ("entities", "persons", "relationships")
        for row in rows(f"{name}.csv")
    }

    interests = rows("interests.csv")

    assert interests
    assert all(main[row["number"]] == row["statementId"] for row in interests)
    assert {row["position"] for row in interests} >= {"0"}


def test_the_same_statements_make_the_same_zip() -> None:
    assert zipped() == zipped()


def test_columns_may_be_moved_and_left_out_by_whoever_edits_the_tables() -> None:
    names = rows("names.csv")
    kept = [name for name in reversed(names[0]) if any(row[name] for row in names)]
    edited = "\r\n".join(
        ",".join(row[name] for name in kept) for row in [dict(zip(kept, kept, strict=True)), *names]
    )

    moved = changed("names.csv", None, edited.encode())

    assert "patronymicName" not in kept
    assert list(read(moved)) == CHAIN


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("entities.csv", b"number,", b"nombre,"),
        ("entities.csv", b"number,statementId", b"number,number"),
        ("entities.csv", b"false", b"perhaps"),
        ("entities.csv", b"\r\n1,", b"\r\none,"),
        ("entities.csv", b"\r\n1,", b"\r\n1.5,"),
        ("interests.csv", b",0,", b",first,"),
        ("interests.csv", b",0,", b",,"),
        ("interests.csv", b"\r\n", b",more\r\n"),
    ],
)
def test_tables_that_make_no_sense_are_refused(name: str, old: bytes, new: bytes) -> None:
    with pytest.raises(UnreadableTableError) as refused:
        list(read(changed(name, old, new)))

    assert refused.value.table == name.removesuffix(".csv")


def test_what_is_no_zip_is_refused() -> None:
    with pytest.raises(UnreadableTableError):
        list(read(io.BytesIO(b"PK no zip")))
