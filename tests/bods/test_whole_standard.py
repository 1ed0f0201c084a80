"""The model has a place for everything that the official schema names, and loses nothing that it does not name."""

import csv
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from random import Random
from typing import Any

import orjson
import pytest
from hypothesis import given

from bods import codelists
from bods.codelists import Code, RecordType
from bods.exceptions import NotAStatementError
from bods.reading import statement_from
from bods.validation.schema import statement_validator
from bods.writing import as_bytes, as_json
from tests.bods.meaning import meaning
from tests.bods.official_schema import DETAILS, STATEMENT, properties
from tests.bods.often import tried
from tests.bods.random_statements import complete_statement, random_statement, statements

BOUNDS = ("exact", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def paths_in(value: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield (*place, name)
            yield from paths_in(item, (*place, name))
    elif isinstance(value, list):
        for item in value:
            yield from paths_in(item, (*place, "*"))


def named_by_the_schema(record_type: str) -> set[tuple[str, ...]]:
    return {*properties(STATEMENT), *(("recordDetails", *path) for path in properties(DETAILS[record_type]))}


def complete_statements(record_type: str) -> list[dict[str, Any]]:
    """Statements with every field at once; of the five bounds of a share one in each, since together they say too much."""
    made = [complete_statement(Random(seed), record_type) for seed in range(25)]
    for number, statement in enumerate(made):
        if statement["recordDetails"].get("componentRecords") == []:
            del statement["recordDetails"]["componentRecords"]
        for interest in statement["recordDetails"].get("interests", ()):
            bound = BOUNDS[number % len(BOUNDS)]
            interest["share"] = {bound: interest["share"][bound]}
    return made


def extras_in(thing: Any, place: str = "") -> dict[str, Any]:
    """Every field that the model only carries along, by its place."""
    found: dict[str, Any] = {}
    if isinstance(thing, tuple):
        for number, item in enumerate(thing):
            found |= extras_in(item, f"{place}/{number}")
    elif is_dataclass(thing):
        for field in fields(thing):
            value = getattr(thing, field.name)
            if field.name == "extra":
                found |= {f"{place}/{name}": item for name, item in value.items()}
            else:
                found |= extras_in(value, f"{place}/{field.name}")
    return found


@pytest.mark.parametrize("record_type", RecordType)
def test_every_field_of_the_schema_has_a_place_of_its_own(record_type: str) -> None:
    given_values = complete_statements(record_type)
    covered = {path for value in given_values for path in paths_in(value)}

    read = [statement_from(value) for value in given_values]

    assert named_by_the_schema(record_type) == covered
    assert [extras_in(statement) for statement in read] == [{}] * len(read)
    assert [meaning(as_json(statement)) for statement in read] == [meaning(value) for value in given_values]


@pytest.mark.parametrize("record_type", RecordType)
def test_a_complete_statement_leaves_no_attribute_of_the_model_empty(record_type: str) -> None:
    read = [statement_from(value) for value in complete_statements(record_type)]

    never_filled = empty_everywhere(read)

    assert never_filled == set()


def empty_everywhere(things: list[Any], place: str = "") -> set[str]:
    """The attributes, by place, that are empty in all of these things."""
    empty: set[str] = set()
    for kind in {type(thing) for thing in things if is_dataclass(thing)}:
        same = [thing for thing in things if type(thing) is kind]
        for field in fields(kind):
            if field.name == "extra":
                continue
            values = [getattr(thing, field.name) for thing in same]
            flat = [item for value in values for item in (value if isinstance(value, tuple) else (value,))]
            where = f"{place}/{kind.__name__}.{field.name}"
            if all(item is None for item in flat):
                empty.add(where)
            empty |= empty_everywhere(flat, where)
    return empty


def test_every_code_of_every_codelist_exists_with_words_of_its_own() -> None:
    ours = {
        frozenset(codes)
        for codes in vars(codelists).values()
        if isinstance(codes, type) and issubclass(codes, Code) and codes is not Code
    }
    folder = files("libcovebods") / "data/schema-0-4-0/codelists"
    theirs = [
        frozenset(row["code"] for row in csv.DictReader(file.read_text("utf-8").splitlines()))
        for file in folder.iterdir()
        if file.name.endswith(".csv")
    ]

    assert len(theirs) == 13
    assert {codes for codes in theirs if codes not in ours} == set()
    assert all(code.label.strip() and code.label != code for codes in ours for code in codes)


@tried(500)
@given(value=statements())
def test_whatever_the_schema_allows_is_read_and_written_back_with_the_same_meaning(
    value: dict[str, Any],
) -> None:
    assert statement_validator().is_valid(value)

    read = statement_from(value)

    assert meaning(as_json(read)) == meaning(value)
    assert statement_from(orjson.loads(as_bytes(read))) == read


@tried(200)
@given(value=statements(unknown=0.6))
def test_unknown_fields_stay_where_they_were(value: dict[str, Any]) -> None:
    assert meaning(as_json(statement_from(value))) == meaning(value)


@pytest.mark.parametrize(
    "share",
    [
        '{"exact": 33.333333333333336}',
        '{"exact": 1e2}',
        '{"exact": 1E-7}',
        '{"exact": 0.1}',
        '{"exact": 0.30000000000000004}',
        '{"exact": -0.0}',
        '{"exact": 50.0}',
        '{"exact": 5e-324}',
        '{"minimum": 50, "maximum": 50}',
        '{"exact": 50, "minimum": 50, "maximum": 50}',
        '{"minimum": 60, "maximum": 40}',
        '{"exclusiveMinimum": 25, "exclusiveMaximum": 25}',
        '{"minimum": 10, "exclusiveMinimum": 20, "maximum": 30, "exclusiveMaximum": 40}',
        '{"exclusiveMinimum": 0, "exclusiveMaximum": 100}',
        '{"exact": 10, "minimum": 60, "maximum": 40, "exclusiveMaximum": 1.5, "basis": null}',
        "{}",
    ],
)
def test_a_figure_keeps_its_meaning(share: str) -> None:
    value = random_statement(Random(1), recordType="relationship")
    value["recordDetails"]["interests"] = [{"share": orjson.loads(share)}]

    written = orjson.loads(as_bytes(statement_from(value)))

    assert meaning(written) == meaning(value)


@pytest.mark.parametrize(
    "interests",
    [
        {},
        {"interests": []},
        {"interests": [{}]},
        {"interests": [{"details": "of a kind not told"}, {"share": {}}]},
        {"interests": [], "componentRecords": []},
    ],
)
def test_relationships_as_thin_as_the_examples_of_the_standard_are_kept(interests: dict[str, Any]) -> None:
    value = random_statement(Random(1), recordType="relationship")
    value["recordDetails"] = {"isComponent": False, "subject": "alfa", "interestedParty": "ana", **interests}

    assert as_json(statement_from(value)) == value


def test_a_figure_of_many_digits_is_kept_to_the_precision_of_json_readers() -> None:
    value = random_statement(Random(1), recordType="relationship")
    long = b'{"share":{"exact":33.33333333333333333333333333333333}}'
    value["recordDetails"]["interests"] = [orjson.loads(long)]

    written = as_bytes(statement_from(value))

    assert b'{"share":{"exact":33.333333333333336}}' in written


def places_of(value: Any) -> list[tuple[str, ...]]:
    return [path for path in paths_in(value) if "*" not in path]


@pytest.mark.parametrize("record_type", RecordType)
def test_null_where_the_schema_has_a_field_is_refused_with_its_place(record_type: str) -> None:
    whole = complete_statement(Random(3), record_type)

    for path in places_of(whole):
        value = orjson.loads(orjson.dumps(whole))
        inner = value
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = None
        with pytest.raises(NotAStatementError) as caught:
            statement_from(value)
        assert caught.value.place == "/" + "/".join(path)
