"""The standard's tabular form as a file."""

import csv
import io

import orjson

from bods.exports.csv_pointers import FORMAT, read, write
from bods.reading import read_statements
from bods.writing import as_bytes
from tests.bods.standard import good_examples

ALFA = {
    "statementId": "a" * 32,
    "statementDate": "2024-01-01",
    "declarationSubject": "alfa",
    "recordId": "alfa",
    "recordType": "entity",
    "recordDetails": {
        "isComponent": False,
        "entityType": {"type": "registeredEntity"},
        "name": "=cmd|' /C calc'!A0",
        "identifiers": [{"scheme": "KE-RCO", "id": "007"}],
        "=note": "+254",
    },
}


def rows(*values: object) -> list[list[str]]:
    out = io.BytesIO()
    write([orjson.dumps(value) for value in values], out)
    return list(csv.reader(io.StringIO(out.getvalue().decode(), newline="")))


def test_one_row_a_statement_under_the_names_of_pointers() -> None:
    heads, row = rows(ALFA)

    assert FORMAT.leaves_out is None
    assert dict(zip(heads, row, strict=True)) == {
        "statementId": "a" * 32,
        "statementDate": "2024-01-01",
        "declarationSubject": "alfa",
        "recordId": "alfa",
        "recordType": "entity",
        "recordDetails/isComponent": "false",
        "recordDetails/entityType/type": "registeredEntity",
        "recordDetails/name": "'=cmd|' /C calc'!A0",
        "recordDetails/identifiers/0/id": "007",
        "recordDetails/identifiers/0/scheme": "KE-RCO",
        "recordDetails/=note": "'+254",
    }


def test_not_even_the_name_of_a_column_is_run() -> None:
    heads, _ = rows({**ALFA, "=1+1": "x"})

    assert heads[-1] == "'=1+1"


def test_without_statements_the_columns_every_statement_has_are_named() -> None:
    assert rows() == [["statementId", "statementDate", "declarationSubject", "recordId", "recordType"]]


def test_a_spreadsheet_may_write_its_own_true_and_false() -> None:
    statements = list(read_statements(good_examples()[0]))
    out = io.BytesIO()
    write(map(as_bytes, statements), out)
    saved_again = out.getvalue().replace(b"true", b"TRUE").replace(b"false", b"FALSE")

    assert list(read(io.BytesIO(b"\xef\xbb\xbf" + saved_again))) == statements
