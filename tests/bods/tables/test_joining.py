"""Rows of the tables come together to the very objects that they were taken from."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_

from bods.exceptions import NotAStatementError, UnreadableTableError
from bods.tables.joining import joined
from bods.tables.rows import rows_of
from bods.tables.table import Row
from tests.bods.tables.odd import exactly, wrecks

ALFA = {
    "statementId": "a" * 32,
    "recordType": "entity",
    "recordDetails": {
        "isComponent": False,
        "name": "Alfa Works Ltd",
        "jurisdiction": {"name": "Kenya", "code": "KE"},
        "alternateNames": ["Alfa", "Alfa Works"],
        "identifiers": [{"scheme": "KE-RCO", "id": "007"}, {}],
        "addresses": [],
    },
}


def tables_of(values: list[dict[str, Any]]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for number, value in enumerate(values, start=1):
        for table, row in rows_of(number, value):
            rows[table.name].append(row)
    return rows


def streams(rows: dict[str, list[Row]]) -> dict[str, Iterator[Row]]:
    return {name: iter(each) for name, each in rows.items()}


def test_a_statement_is_a_row_and_its_lists_are_rows_of_their_own() -> None:
    rows = tables_of([ALFA])

    assert set(rows) == {"entities", "alternate_names", "identifiers"}
    assert {"Alfa Works Ltd", "Kenya", "KE", False} <= set(rows["entities"][0])
    assert rows["alternate_names"] == [[1, "a" * 32, 0, "Alfa"], [1, "a" * 32, 1, "Alfa Works"]]
    assert rows["identifiers"][0] == [1, "a" * 32, 0, "007", "KE-RCO", None, None, None]


def test_what_has_no_place_stands_in_the_rest() -> None:
    odd = {**ALFA, "recordDetails": {"name": 7, "uri": "", "colour": "red", "jurisdiction": {"code": None}}}

    rows = tables_of([odd])

    assert rows["entities"][0][-1] == (
        '{"recordDetails":{"name":7,"uri":"","colour":"red","jurisdiction":{"code":null}}}'
    )


@settings(max_examples=300, deadline=None)
@given(any_.lists(wrecks(), max_size=4))
def test_whatever_stands_in_them_statements_come_back_exactly(values: list[dict[str, Any]]) -> None:
    rows = tables_of(values)

    assert [exactly(value) for value in joined(streams(rows))] == [exactly(value) for value in values]


def test_rows_of_one_list_may_stand_in_any_order() -> None:
    rows = tables_of([ALFA])
    rows["alternate_names"].reverse()

    assert list(joined(streams(rows))) == [ALFA]


def test_a_statement_without_a_type_of_record_has_no_table() -> None:
    with pytest.raises(NotAStatementError):
        tables_of([{"recordType": ["entity"]}])


def test_rows_that_belong_to_no_statement_are_refused() -> None:
    rows = tables_of([ALFA, ALFA])

    for broken in (
        {**rows, "entities": rows["entities"][:1]},
        {**rows, "entities": rows["entities"][:1] * 2},
        {**rows, "entities": rows["entities"][::-1]},
        {**rows, "identifiers": [[0, "a", 0, None, None, None, None, None]]},
        {**rows, "identifiers": [[None] * 8]},
        {**rows, "entities": [[*rows["entities"][0][:-1], "[]"]]},
        {**rows, "entities": [[*rows["entities"][0][:-1], "{"]]},
    ):
        with pytest.raises(UnreadableTableError):
            list(joined(streams(broken)))
