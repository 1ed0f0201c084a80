"""A SQLite database of statements: sound, linked, and ready for the first question."""

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import orjson
import pytest

from bods.codelists import RecordStatus
from bods.exceptions import UnreadableTableError
from bods.exports.sqlite import read, write
from bods.history import records_at
from bods.reading import read_statements
from bods.statements import Statement
from bods.tables import tables
from bods.tables.texts import objects_in
from bods.writing import as_bytes
from tests.bods.standard import EXAMPLES, good_examples
from tests.bods.stories import ALFA, ANA, BEN, owns, shares, statement


def database(*texts: bytes, at: Path) -> sqlite3.Connection:
    with at.open("wb") as file:
        write(texts, file)
    return sqlite3.connect(at)


@pytest.fixture
def examples(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(database(*map(as_bytes, told()), at=tmp_path / "examples.sqlite")) as made:
        yield made


def told() -> list[Statement]:
    return [each for example in good_examples() for each in read_statements(example)]


def test_the_database_is_sound_and_its_rows_are_tied(examples: sqlite3.Connection) -> None:
    assert examples.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert examples.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in tables():
        found = examples.execute(f"SELECT * FROM {table.name}")
        assert tuple(column for column, *_ in found.description) == table.names
    assert examples.execute("SELECT count(*) FROM statement").fetchone() == (len(told()),)
    assert examples.execute("SELECT count(*) FROM interests").fetchone() > (0,)


def test_texts_are_kept_as_they_were_published(tmp_path: Path) -> None:
    (value, *_) = objects_in([as_bytes(each) for each in told()])
    text = orjson.dumps(value, option=orjson.OPT_INDENT_2)

    with closing(database(text, at=tmp_path / "one.sqlite")) as made:
        assert made.execute("SELECT statement FROM statement").fetchone() == (text.decode(),)


def test_records_are_those_that_the_history_knows(examples: sqlite3.Connection) -> None:
    known = records_at(told(), date.max)

    found = examples.execute(
        "SELECT recordId, statementId FROM record JOIN statement USING (number, recordId)"
    )

    assert dict(found) == {record: each.statement_id for record, each in known.items()}


@pytest.mark.parametrize("example", ["correction", "owner_leaves"])
def test_a_correction_and_a_closure_have_the_last_word(example: str, tmp_path: Path) -> None:
    statements = list(read_statements(EXAMPLES / f"{example}.json"))

    with closing(database(*map(as_bytes, statements), at=tmp_path / "told.sqlite")) as made:
        found = dict(
            made.execute("SELECT recordId, statementId FROM record JOIN statement USING (number, recordId)")
        )

    assert found == {record: each.statement_id for record, each in records_at(statements, date.max).items()}
    assert len(found) < len(statements)


def test_who_owns_a_company_is_one_question(tmp_path: Path) -> None:
    statements = [
        statement("alfa", ALFA),
        statement("ana", ANA),
        statement("ben", BEN),
        statement("owns-1", owns("ana", "alfa", shares(60), shares(9, end_date=date(2021, 1, 1)))),
        statement("owns-2", owns("ben", "alfa", shares(40))),
        statement("owns-3", owns("ben", "alfa", shares(40), is_component=True)),
        statement("owns-2", owns("ben", "alfa", shares(40)), "2024-02-01", status=RecordStatus.CLOSED),
        statement("owns-4", owns("ben", "alfa", shares(25)), "2024-02-01"),
    ]

    with closing(database(*map(as_bytes, statements), at=tmp_path / "told.sqlite")) as made:
        owners = made.execute(
            "SELECT companyName, ownerName, ownerType, interest, shareFrom, shareTo FROM owners_of_company "
            "WHERE company = 'alfa' ORDER BY shareFrom DESC"
        ).fetchall()

    assert owners == [
        ("Alfa Works Ltd", "Ana Example", "person", "shareholding", 60, 60),
        ("Alfa Works Ltd", "Ben Example", "person", "shareholding", 25, 25),
    ]


def test_why_no_owner_is_named_is_told(examples: sqlite3.Connection) -> None:
    reasons = {
        reason
        for (reason,) in examples.execute("SELECT noOwnerReason FROM owners_of_company WHERE owner IS NULL")
    }

    assert "noBeneficialOwners" in reasons
    assert None not in reasons


def test_a_view_in_the_place_of_the_table_is_not_asked(tmp_path: Path) -> None:
    file = tmp_path / "trap.sqlite"
    with closing(sqlite3.connect(file)) as made:
        made.execute(
            "CREATE VIEW statement AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS number, '{}' AS statement FROM n"
        )

    with pytest.raises(UnreadableTableError):
        list(read(io.BytesIO(file.read_bytes())))
