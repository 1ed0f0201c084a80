"""Every value of a file is given with its place, and what is no value is told in plain words in its place."""

import gzip
import io
from pathlib import Path
from typing import Any

import pytest

from bods.reading import Entries, Unreadable, entries_in
from tests.bods.reading.sentences import told

ANA, ALFA = {"name": "Ana"}, {"name": "Alfa", "owners": [{"name": "Ana"}, {"name": "}, {"}]}
LINES = b'{"name": "Ana"}\n{"name": "Alfa", "owners": [{"name": "Ana"}, {"name": "}, {"}]}\n'
ARRAY = b"[" + LINES.strip().replace(b"\n", b",") + b"]"


@pytest.mark.parametrize(
    ("source", "places"),
    [
        (ARRAY, [0, 1]),
        (b"\xef\xbb\xbf \n" + ARRAY + b"\r\n\n", [0, 1]),
        (gzip.compress(ARRAY, mtime=0), [0, 1]),
        (LINES, [1, 2]),
        (LINES.rstrip(), [1, 2]),
        (b"\n\n" + LINES.replace(b"\n", b"\n \n"), [3, 5]),
        (b"\xef\xbb\xbf" + LINES.replace(b"\n", b"\r\n"), [1, 2]),
        (gzip.compress(LINES[:30], mtime=0) + gzip.compress(LINES[30:], mtime=0) + bytes(600), [1, 2]),
        (LINES.replace(b'": ', b'":\n'), [1, 3]),
        (b'{\n"name": "Ana"}' + LINES.splitlines()[1].replace(b": [", b":\n[\n"), [1, 2]),
    ],
    ids=[
        "array", "array with mark and blanks", "zipped array", "lines", "no last line break", "blank lines",
        "mark and carriage returns", "two zipped pieces", "over several lines", "one after the other",
    ],
)  # fmt: skip
def test_the_same_values_are_given_whatever_the_form(source: bytes, places: list[int]) -> None:
    entries = entries_in(source)

    read = list(entries)

    assert read == [(places[0], ANA), (places[1], ALFA)]
    assert entries.lines == (places[0] > 0)


def test_one_object_is_one_value_be_it_on_one_line_or_on_many() -> None:
    sources = [b'{"name": "Ana"}', b'{\n  "name":\n  "Ana"\n}\n', b'{"name":\n"Ana"}']

    read = [list(entries_in(source)) for source in sources]

    assert read == [[(1, ANA)]] * 3


def test_an_object_that_holds_statements_of_a_line_each_is_one_value() -> None:
    source = b'{"statements": [\n{"name": "Ana"}\n]}\n'

    assert list(entries_in(source)) == [(1, {"statements": [ANA]})]


def test_a_file_is_read_from_a_path_from_bytes_and_from_a_stream_once(tmp_path: Path) -> None:
    path = tmp_path / "owners.jsonl"
    path.write_bytes(LINES)

    entries: list[Entries] = [entries_in(source) for source in (path, LINES, io.BytesIO(LINES))]

    assert [list(each) for each in entries] == [[(1, ANA), (2, ALFA)]] * 3
    assert [list(each) for each in entries] == [[]] * 3


def test_a_stream_that_is_handed_in_stays_open() -> None:
    with io.BytesIO(LINES) as source:
        list(entries_in(source))

        assert not source.closed


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(entries_in(tmp_path / "nothing.json"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"nonsense", "no JSON"),
        (b'{"name": "An', "stops before its end"),
        (b'{"name": "Ana"', "stops before its end"),
        (b'{"name": NaN}', "NaN"),
        (b'{"name": -Infinity}', "NaN or Infinity"),
        (b'{"name": "NaN", "x": tru}', "no JSON"),
        (b'{"name": "\xff"}', "UTF-8"),
        (b'{"name": "\0"}', "NUL"),
        (b'{"name": "a\tb"}', "tab"),
        (b'\xef\xbb\xbf{"name": "Ana"}', "byte order mark"),
        (b'{"name": "\\ud800"}', "Half a character"),
        (b'{"name": 1e999}', "too large"),
        (b'{"name": 007}', "begins with 0"),
        (b'{"name": [1,]}', "last comma"),
        (b"{'name': 1}", "double quotation marks"),
        (b'{"name": "Ana"},', "comma follows"),
        (b'{"name": "Ana"} {"name": "Ben"}', "More than one value"),
        (b'{"name": "Ana"}}', "More than one value"),
        (b"[" * 5000 + b"]" * 5000, "nested too deep"),
        (b'{"name": ' * 5000 + b"1" + b"}" * 5000, "nested too deep"),
    ],
)
def test_a_line_that_is_no_json_is_told_and_the_next_is_read(line: bytes, words: str) -> None:
    read = list(entries_in(LINES + line + b"\n" + LINES))

    assert read[:2] + read[3:] == [(1, ANA), (2, ALFA), (4, ANA), (5, ALFA)]
    assert read[2][0] == 3
    assert words in told(read[2][1], fatal=False)


@pytest.mark.parametrize("first", [b"# owners", b'{"name": "An', b'{"name": {', b"{}}", b"\xff{"])
def test_a_bad_first_line_does_not_hide_the_others(first: bytes) -> None:
    place, value, *rest = [part for entry in entries_in(first + b"\n" + LINES) for part in entry]

    assert place == 1
    assert told(value, fatal=False)
    assert rest == [2, ANA, 3, ALFA]


@pytest.mark.parametrize(
    ("member", "words"),
    [
        (b'{"name": NaN}', "NaN"),
        (b'{"name": tru}', "no JSON"),
        (b"", "value is missing"),
        (b'{"name": "\xff"}', "UTF-8"),
        (b'{"a": [1}}', "no JSON"),
        (b"{} {}", "More than one value"),
        (b"[" * 5000 + b"]" * 5000, "nested too deep"),
    ],
)
def test_a_member_that_is_no_json_is_told_and_the_next_is_read(member: bytes, words: str) -> None:
    read = list(entries_in(b'[{"name": "Ana"}, ' + member + b' , {"name": "Ana"}]'))

    assert read[::2] == [(0, ANA), (2, ANA)]
    assert read[1][0] == 1
    assert words in told(read[1][1], fatal=False)


def test_a_comma_before_the_end_of_the_array_is_a_value_missing() -> None:
    (_, (place, value)) = entries_in(b'[{"name": "Ana"},]')

    assert place == 1
    assert "Remove the comma" in told(value, fatal=False)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (gzip.compress(b"", mtime=0), "empty"),
        (LINES.decode().encode("utf-16"), "UTF-16"),
        (LINES.decode().encode("utf-16-le"), "UTF-16"),
        (LINES.decode().encode("utf-16-be"), "UTF-16"),
        (ARRAY.decode().encode("utf-32"), "UTF-32"),
        (ARRAY.decode().encode("utf-32-be"), "UTF-32"),
        (b"PK\x03\x04" + bytes(90), "ZIP archive"),
        (b"\xfd7zXZ\x00" + bytes(90), "another way than gzip"),
        (gzip.compress(gzip.compress(ARRAY, mtime=0), mtime=0), "twice"),
        (b"\x1f\x8b", "cut off"),
        (b"\x1f\x8b12 and no more", "damaged"),
    ],
)
def test_a_file_of_another_kind_is_told_once_for_the_whole(source: bytes, words: str) -> None:
    entries = entries_in(source)

    ((place, value),) = entries

    assert (place, entries.lines) == (0, False)
    assert words in told(value, fatal=True)


@pytest.mark.parametrize(
    "source", [b"name,share\nAna,60\n" * 9, b"<html>\n<p>Ana</p>\n", b"%PDF-1.4\n\xff\xfe\n", b'"name"\tx']
)
def test_text_that_is_no_json_at_all_is_told_once(source: bytes) -> None:
    ((place, value),) = entries_in(source)

    assert place == 1
    assert "one statement a line" in told(value, fatal=True)


@pytest.mark.parametrize(
    ("source", "values", "words"),
    [
        (ARRAY[:-1], 2, "ends before its array"),
        (ARRAY[:-9], 1, "ends before its array"),
        (b"[1, 2, 3", 2, "ends before its array"),
        (b"[", 0, "ends before its array"),
        (b"[1, 2}", 2, "closed with }"),
        (ARRAY + b"\n" + ARRAY, 2, "follows the end of the array"),
        (ARRAY + b"\n" * 300_000 + b"x", 2, "follows the end of the array"),
        (b'[{"name": "Ana"}, {"name": {"a": 1}, {"name": "Ben"}]', 1, "no end before the array"),
        (gzip.compress(ARRAY, mtime=0)[:-4], 2, "cut off"),
        (gzip.compress(ARRAY, mtime=0) + b"and more", 2, "damaged"),
        (gzip.compress(ARRAY, mtime=0)[:-8] + bytes(8), 2, "damaged"),
        (gzip.compress(LINES, mtime=0)[:-4], 2, "cut off"),
        (b'{\n"name": "Ana"}\n{\n"name"', 1, "ends before this object"),
        (b'{\n"name"', 0, "ends before this object"),
        (b'{\n"name": "Ana"},\n{\n"name": "Ben"}', 1, "no object follows one"),
    ],
)
def test_what_stands_before_a_break_is_given(source: bytes, values: int, words: str) -> None:
    *read, (place, value) = entries_in(source)

    assert len(read) == values
    assert not any(isinstance(each, Unreadable) for _, each in read)
    assert place >= values
    assert words in told(value, fatal=True)


def test_a_value_that_is_no_json_among_spread_objects_is_told() -> None:
    read: list[tuple[int, Any]] = list(entries_in(b'{\n"name": "Ana"\n}\n{"name":\nNaN}\n{\n"name": "Ana"}'))

    assert read[::2] == [(1, ANA), (6, ANA)]
    assert read[1][0] == 4
    assert "NaN" in told(read[1][1], fatal=False)
