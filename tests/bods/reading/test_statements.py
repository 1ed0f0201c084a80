"""Files of statements are read whatever their form, and a fault is told with its place."""

import gzip
import io
from decimal import Decimal
from pathlib import Path

import orjson
import pytest

from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.reading import read_statements, statement_from, values_in
from bods.records import Interest, Relationship, Share
from bods.writing import as_bytes
from tests.bods.standard import EXAMPLES
from tests.bods.stories import ALFA, owns, shares, statement

ONE = EXAMPLES / "one_owner.json"


def test_one_story_reads_the_same_from_an_array_from_lines_and_zipped() -> None:
    array = ONE.read_bytes()
    lines = b"\n".join(orjson.dumps(value) for value in orjson.loads(array)) + b"\n"

    stories = [
        list(read_statements(source))
        for source in (
            ONE,
            array,
            lines,
            io.BytesIO(lines),
            gzip.compress(array, mtime=0),
            gzip.compress(lines, mtime=0),
            b"\xef\xbb\xbf" + array,
        )
    ]

    assert len(stories[0]) == 3
    assert all(story == stories[0] for story in stories)


def test_a_long_file_of_lines_is_read_line_by_line() -> None:
    given = [statement("alfa", ALFA, number=number) for number in range(3000)]
    source = io.BytesIO(b"\n".join(map(as_bytes, given)))

    reading = read_statements(source)
    first = next(reading)

    assert source.tell() < 100_000
    assert [first, *reading] == given


@pytest.mark.parametrize(
    ("source", "line"), [(b"[", None), (b"nonsense", 1), (b'{}\n\n{"a"', 3), (b"\x1f\x8b12", None)]
)
def test_what_is_not_json_is_unreadable(source: bytes, line: int | None) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        list(values_in(source))

    assert caught.value.line == line


def test_an_empty_file_holds_no_statements() -> None:
    assert list(read_statements(b"")) == list(read_statements(b"[]")) == []


def broken(*steps: str | int, value: object) -> list[dict[str, object]]:
    values = orjson.loads(ONE.read_bytes())
    inner = values
    for step in steps[:-1]:
        inner = inner[step]
    inner[steps[-1]] = value
    return values


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        ((0, "statementId"), 7),
        ((0, "statementDate"), "soon"),
        ((0, "statementDate"), "20240131T10:00"),
        ((0, "publicationDetails", "publicationDate"), "2024-W05-1"),
        ((0, "recordType"), "company"),
        ((0, "recordDetails", "entityType", "type"), "club"),
        ((0, "recordDetails", "isComponent"), "no"),
        ((1, "recordDetails", "names", 0, "fullName"), None),
        ((1, "recordDetails", "names"), "Ana"),
        ((2, "recordDetails", "interests", 0, "share", "exact"), "all"),
        ((2, "recordDetails", "interests", 0, "share", "exact"), 101),
        ((2, "recordDetails", "interests", 0, "startDate"), "20200101"),
        ((2, "recordDetails", "interestedParty"), 5),
    ],
)
def test_a_value_that_cannot_be_held_is_told_with_its_place(
    steps: tuple[str | int, ...], value: object
) -> None:
    source = orjson.dumps(broken(*steps, value=value))

    with pytest.raises(NotAStatementError) as caught:
        list(read_statements(source))

    place = "/" + "/".join(map(str, steps))
    assert place.startswith(caught.value.place)
    assert len(caught.value.place.split("/")) >= len(steps)


@pytest.mark.parametrize("missing", ["statementId", "recordDetails", "recordType"])
def test_a_statement_without_a_needed_field_is_none(missing: str) -> None:
    value = orjson.loads(ONE.read_bytes())[0]
    del value[missing]

    with pytest.raises(NotAStatementError, match=missing):
        statement_from(value)


def test_a_share_is_read_to_the_last_digit_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "shares.jsonl"
    file.write_bytes(as_bytes(statement("link", owns("ana", "alfa", shares("33.3333333333")))))

    (read,) = read_statements(file)

    assert isinstance(read.record, Relationship)
    assert read.record.interests[0].share == Share.exactly(Decimal("33.3333333333"))


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ({"minimum": 25, "exclusiveMaximum": 50}, Share.between(25, 50, maximum_excluded=True)),
        ({"exclusiveMinimum": 25}, Share.between(25, None, minimum_excluded=True)),
        ({"maximum": 10.5}, Share.between(None, "10.5")),
        ({}, Share(None, None)),
    ],
)
def test_a_range_is_read_with_the_bounds_it_excludes(share: dict[str, float], expected: Share) -> None:
    value = orjson.loads(ONE.read_bytes())[2]
    value["recordDetails"]["interests"][0]["share"] = share

    record = statement_from(value).record

    assert isinstance(record, Relationship)
    assert isinstance(record.interests[0], Interest)
    assert record.interests[0].share == expected
