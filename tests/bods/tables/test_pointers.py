"""The standard's tabular form: what stands in which column, and everything comes back."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_

from bods.exceptions import UnreadableTableError
from bods.tables.pointers import LONGEST_LIST, MOST_UNKNOWN, Places
from bods.tables.unpointing import statements_in_rows
from tests.bods.tables.odd import exactly, wrecks


def table(*values: dict[str, Any]) -> list[list[str]]:
    places = Places()
    taken = [places.cells(value) for value in values]
    columns = places.columns()
    return [[name for _, name in columns], *([cells.get(at, "") for at, _ in columns] for cells in taken)]


def read(*rows: list[str]) -> list[dict[str, Any]]:
    return list(statements_in_rows(iter(enumerate(rows, start=1))))


def column(name: str, value: dict[str, Any]) -> str:
    heads, row = table(value)
    return row[heads.index(name)]


def test_a_column_is_called_by_the_pointer_to_its_place() -> None:
    heads, row = table({"recordDetails": {"identifiers": [{"id": "1"}, {"scheme": "KE-RCO", "a/b~c": "x"}]}})

    assert dict(zip(heads, row, strict=True)) | dict.fromkeys(heads[:5], "") == {
        **dict.fromkeys(["statementId", "statementDate", "declarationSubject", "recordId", "recordType"], ""),
        "recordDetails/identifiers/0/id": "1",
        "recordDetails/identifiers/1/scheme": "KE-RCO",
        "recordDetails/identifiers/1/a~1b~0c": "x",
    }


def test_columns_stand_in_the_order_of_the_schema_whatever_comes_first() -> None:
    late = {
        "recordDetails": {"interests": [{"startDate": "2020-01-01"}, {"type": "shareholding"}], "mine": "x"}
    }
    early = {
        "recordType": "person",
        "recordDetails": {"interests": [{"type": "trustee"}], "isComponent": True},
    }

    heads, *_ = table(late, early)

    assert heads[5:] == [
        "recordDetails/isComponent",
        "recordDetails/interests/0/type",
        "recordDetails/interests/0/startDate",
        "recordDetails/interests/1/type",
        "recordDetails/mine",
    ]


@pytest.mark.parametrize(
    ("place", "value", "cell"),
    [
        ("recordDetails/name", "Alfa Works Ltd", "Alfa Works Ltd"),
        ("recordDetails/name", "007", "007"),
        ("recordDetails/name", "true", "true"),
        ("recordDetails/name", 7, "json:7"),
        ("recordDetails/name", None, "json:null"),
        ("recordDetails/name", "", 'json:""'),
        ("recordDetails/name", "json:x", 'json:"json:x"'),
        ("recordDetails/name", "a\0b", r'json:"a\u0000b"'),
        ("recordDetails/isComponent", True, "true"),
        ("recordDetails/isComponent", "true", 'json:"true"'),
        ("recordDetails/identifiers", [], "json:[]"),
        ("recordDetails/jurisdiction", {}, "json:{}"),
        ("recordDetails/unheard", "of", "of"),
        ("recordDetails/unheard", 1.5, "json:1.5"),
        ("recordDetails/unheard", [1, {"a": "b"}], 'json:[1,{"a":"b"}]'),
        ("recordDetails/subject", "alfa", "alfa"),
    ],
)
def test_a_cell_is_text_or_says_that_it_is_json(place: str, value: object, cell: str) -> None:
    statement = {"recordDetails": {place.removeprefix("recordDetails/"): value}}

    assert column(place, statement) == cell
    assert [exactly(each) for each in read(*table(statement))] == [exactly(statement)]


def test_shares_are_numbers() -> None:
    statement = {"recordDetails": {"interests": [{"share": {"exact": 33.3, "minimum": 5, "maximum": "5"}}]}}

    assert column("recordDetails/interests/0/share/exact", statement) == "33.3"
    assert column("recordDetails/interests/0/share/minimum", statement) == "5"
    assert column("recordDetails/interests/0/share/maximum", statement) == 'json:"5"'
    assert [exactly(each) for each in read(*table(statement))] == [exactly(statement)]


@settings(max_examples=300, deadline=None)
@given(any_.lists(wrecks(), min_size=1, max_size=4))
def test_whatever_stands_in_them_statements_come_back_exactly(values: list[dict[str, Any]]) -> None:
    assert [exactly(value) for value in read(*table(*values))] == [exactly(value) for value in values]


def test_one_odd_statement_does_not_widen_every_row() -> None:
    long = {"recordDetails": {"componentRecords": [str(n) for n in range(LONGEST_LIST + 1)]}}
    wide = {str(n): n for n in range(MOST_UNKNOWN + 9)} | {"recordDetails": {"name": "Alfa", "more": 1}}

    heads, *rows = table(long, wide)

    assert len(heads) < MOST_UNKNOWN + 10
    assert rows[0][heads.index("recordDetails/componentRecords")].startswith('json:["0","1",')
    assert rows[1][heads.index("recordDetails")] == 'json:{"more":1}'
    assert rows[1][heads.index("~")].startswith('json:{"500":500,')
    assert read(heads, *rows) == [long, wide]


def test_other_peoples_columns_are_read_too() -> None:
    heads = [
        "recordDetails/interests/1/type",
        "recordDetails/interests/0/share/exact",
        "x/a/1",
        "x/a/0",
        "note",
        "",
    ]

    (statement,) = read(heads, ["trustee", "25", "two", "one", "'t Hooft"])

    assert statement == {
        "recordDetails": {"interests": [{"share": {"exact": 25}}, {"type": "trustee"}]},
        "x": {"a": ["one", "two"]},
        "note": "'t Hooft",
    }


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["recordId"], ["alfa", "more"]),
        (["recordId"], ["json:{"]),
        (["recordDetails/subject", "recordDetails/subject/reason"], ["alfa", "unknown"]),
        (["a/0", "a/b"], ["x", "y"]),
        (["recordDetails/interests/" + "1" * 5000], ["x"]),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(heads: list[str], row: list[str]) -> None:
    with pytest.raises(UnreadableTableError) as refused:
        read(heads, row)

    assert refused.value.line in (1, 2)
