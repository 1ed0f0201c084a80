"""What was read is written back equal, and what is written can be read."""

import io
from decimal import Decimal

import orjson
from hypothesis import given
from hypothesis import strategies as any_

from bods.reading import read_statements, statement_from
from bods.records import Share
from bods.writing import as_bytes, as_json, write_json, write_json_lines
from tests.bods.standard import EXAMPLES, good_examples, official_examples, official_valid
from tests.bods.stories import ALFA, owns, shares, statement


def test_every_example_is_written_back_equal() -> None:
    files = [*good_examples(), *official_valid(), *official_examples()]
    values = [value for file in files for value in orjson.loads(file.read_bytes())]

    written = [as_json(statement_from(value)) for value in values]

    assert len(files) >= 13
    assert written == values


def test_unknown_fields_and_empty_lists_are_kept_at_every_depth() -> None:
    value = orjson.loads((EXAMPLES / "owner_through_a_chain.json").read_bytes())[-1]
    value["note"] = {"kept": True}
    value["recordDetails"]["interests"][0]["share"] |= {"minimum": 5, "basis": "ordinary shares"}
    value["recordDetails"]["componentRecords"] = []
    value["publicationDetails"]["publisher"]["country"] = "KE"

    assert as_json(statement_from(value)) == value


def test_an_unknown_field_of_an_entity_type_is_kept() -> None:
    value = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())[0]
    value["recordDetails"]["entityType"]["local"] = "private company"

    assert as_json(statement_from(value)) == value


def test_fields_come_in_the_order_of_the_standard() -> None:
    written = as_json(statement("link", owns("ana", "alfa", shares(60)), published="2024-01-02"))

    assert list(written) == [
        "statementId",
        "statementDate",
        "publicationDetails",
        "declarationSubject",
        "recordId",
        "recordType",
        "recordStatus",
        "recordDetails",
    ]


def test_a_whole_share_is_written_as_a_whole_number() -> None:
    assert b'"share":{"exact":60}' in as_bytes(statement("link", owns("ana", "alfa", shares("60.00"))))


bounds = any_.decimals(0, 100, places=9)


@given(first=bounds, second=bounds, open_below=any_.booleans(), excluded=any_.booleans())
def test_any_share_survives_the_way_out_and_back(
    first: Decimal, second: Decimal, open_below: bool, excluded: bool
) -> None:
    least, most = sorted((first, second))
    share = Share.between(None if open_below else least, most, minimum_excluded=excluded and least < most)
    made = statement("link", owns("ana", "alfa", shares(1, share=share)))

    assert statement_from(orjson.loads(as_bytes(made))).record == made.record


def test_both_files_read_back_to_the_statements_they_were_made_from() -> None:
    given_statements = [statement("alfa", ALFA), statement("link", owns("ana", "alfa", shares("33.3")))]

    for write in (write_json, write_json_lines):
        out = io.BytesIO()
        write(given_statements, out)
        assert list(read_statements(out.getvalue())) == given_statements


def test_no_statements_make_an_empty_array() -> None:
    out = io.BytesIO()

    write_json([], out)

    assert orjson.loads(out.getvalue()) == []
