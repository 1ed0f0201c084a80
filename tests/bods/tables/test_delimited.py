"""Comma-separated values go out and come back a row at a time, whatever is in them."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as any_

from bods.exceptions import UnreadableTableError
from bods.tables.delimited import Delimited, read_rows
from tests.bods.tables.odd import odd_texts


def written(*rows: list[str]) -> bytes:
    out = io.BytesIO()
    file = Delimited(out)
    for row in rows:
        file.write(row)
    file.finish()
    return out.getvalue()


def read(file: bytes) -> list[tuple[int, list[str]]]:
    return [(line, list(row)) for line, row in read_rows(io.BytesIO(file), "names")]


def test_lines_end_as_the_standard_for_such_files_asks() -> None:
    assert written(["a", "b,c"], ['say "so"', ""]) == b'a,"b,c"\r\n"say ""so""",\r\n'


def test_no_cell_can_be_run() -> None:
    assert written(["=1+1", "'", "-", "@x"]) == b"'=1+1,'','-,'@x\r\n"


@example([["\ufeff"]])
@example([["\ufeff=1+1", "'\ufeff"]])
@given(any_.lists(any_.lists(odd_texts, min_size=1, max_size=4), max_size=4))
def test_every_row_comes_back(rows: list[list[str]]) -> None:
    assert [row for _, row in read(written(*rows))] == rows


def test_a_long_cell_is_read_and_the_limit_of_others_stays_as_it_was() -> None:
    before = csv.field_size_limit()

    assert read(written(["x" * 300_000])) == [(1, ["x" * 300_000])]
    assert csv.field_size_limit() == before


def test_a_mark_of_byte_order_is_left_out() -> None:
    assert read(b"\xef\xbb\xbfname\nAlfa\n") == [(1, ["name"]), (2, ["Alfa"])]


@pytest.mark.parametrize("file", [b"name\n\xff\n", b'name\n"open\n', b'"a"b\n', b"name\r\na\rb\r\n"])
def test_a_broken_file_is_refused_with_its_line(file: bytes) -> None:
    with pytest.raises(UnreadableTableError) as refused:
        read(file)

    assert refused.value.table == "names"
    assert refused.value.line
    assert str(refused.value).startswith("Cannot read names, line ")
