"""One Parquet file for analysts: typed columns beside the published text."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest

from bods.exceptions import UnreadableTableError
from bods.exports.parquet import read, write
from bods.reading import read_statements
from bods.writing import as_bytes
from tests.bods.official_schema import DETAILS, STATEMENT, plain
from tests.bods.standard import good_examples


def asked(question: str, *texts: bytes, folder: Path) -> list[tuple[Any, ...]]:
    file = folder / "asked.parquet"
    with file.open("wb") as out:
        write(texts, out)
    with duckdb.connect() as database:
        return database.execute(question.replace("FILE", f"'{file}'")).fetchall()


def examples() -> list[bytes]:
    return [as_bytes(each) for example in good_examples() for each in read_statements(example)]


def test_every_field_of_the_standard_is_a_column(tmp_path: Path) -> None:
    columns = {name for name, *_ in asked("DESCRIBE SELECT * FROM FILE", *examples(), folder=tmp_path)}

    named = set(plain(STATEMENT)["properties"]) | {
        name for details in DETAILS.values() for name in plain(details)["properties"]
    }
    assert columns - named == {
        "statementDay",
        "subjectUnspecified",
        "interestedPartyUnspecified",
        "statement",
    }
    assert named - columns == {"recordDetails"}


def test_lists_and_objects_can_be_asked_into(tmp_path: Path) -> None:
    (shares,) = asked(
        "SELECT max(interest.share.exact) FROM (SELECT unnest(interests) AS interest FROM FILE)",
        *examples(),
        folder=tmp_path,
    )
    reasons = asked(
        "SELECT DISTINCT interestedPartyUnspecified.reason FROM FILE WHERE interestedParty IS NULL "
        "AND recordType = 'relationship'",
        *examples(),
        folder=tmp_path,
    )

    assert shares == (100,)
    assert ("noBeneficialOwners",) in reasons


def test_a_value_of_the_wrong_type_is_in_the_text_alone(tmp_path: Path) -> None:
    text = orjson.dumps(
        {
            "recordType": "entity",
            "statementDate": "2024-01-31T10:00:00Z",
            "recordDetails": {"foundingDate": "soon"},
        }
    )

    (row,) = asked("SELECT foundingDate, statementDay, name, statement FROM FILE", text, folder=tmp_path)

    assert row == (None, date(2024, 1, 31), None, text.decode())


def test_texts_are_kept_byte_for_byte(tmp_path: Path) -> None:
    texts = [*examples(), b'{ "recordId" : "alfa", "share" : 1.50e1, "name" : "\\u00e9" }']

    rows = asked("SELECT statement FROM FILE", *texts, folder=tmp_path)

    assert [text.encode() for (text,) in rows] == texts


def test_one_very_long_statement_is_no_hindrance() -> None:
    (statement, *_) = read_statements(good_examples()[0])
    long = orjson.loads(as_bytes(statement)) | {"note": "x" * 20_000_000}
    out = io.BytesIO()

    write([orjson.dumps(long)], out)

    (found,) = read(io.BytesIO(out.getvalue()))
    assert found.extra == {"note": long["note"]}


def test_another_parquet_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.parquet"
    with duckdb.connect() as database:
        database.execute(f"COPY (SELECT 1 AS number) TO '{file}'")

    with pytest.raises(UnreadableTableError):
        list(read(io.BytesIO(file.read_bytes())))
