"""An Excel workbook of statements: texts are texts, and Excel's limits cut nothing off."""

import io
import re
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import orjson
import pytest

from bods.exceptions import UnreadableTableError
from bods.exports.xlsx import read, write
from bods.reading import read_statements, statement_from
from bods.tables import tables, workbook
from bods.writing import as_bytes
from tests.bods.standard import EXAMPLES, good_examples
from tests.bods.tables.odd import ODD_TEXTS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = "xl/sharedStrings.xml"
SHARED_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
SHARED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def written(*values: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    write([orjson.dumps(value) for value in values], out)
    return out.getvalue()


def named(*names: str) -> dict[str, Any]:
    """Alfa with these other names."""
    (value, *_) = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())
    return {**value, "recordDetails": {**value["recordDetails"], "alternateNames": list(names)}}


def parts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as zipped:
        return {name: zipped.read(name).decode() for name in zipped.namelist()}


def sheets(file: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(file))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_every_table_is_a_sheet_and_the_first_one_tells_how_to_read_them() -> None:
    found = sheets(written(named("Alfa")))

    assert list(found) == ["read_me", *(table.name for table in tables()), "long_texts"]
    assert all(found[table.name][0] == table.names for table in tables())
    assert found["alternate_names"][1][3] == "Alfa"
    assert any("explain" in str(line) for (line,) in found["read_me"])


def test_no_cell_is_a_formula_a_link_or_an_error() -> None:
    file = written(named(*(text for text in ODD_TEXTS if text and len(text) < 1000)))

    for name, text in parts(file).items():
        assert "<f" not in text.replace("<fo", "").replace("<fi", ""), name
        assert "hyperlink" not in text.lower().replace("=hyperlink(", ""), name
        assert "TargetMode" not in text, name
    book = openpyxl.load_workbook(io.BytesIO(file))
    kinds = {
        cell.data_type
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert kinds == {"s", "n", "b"}


def test_every_text_is_an_explicit_text_in_the_raw_sheet() -> None:
    file = written(named("=1+1", "007", "#N/A", "true"))

    (raw,) = [text for text in parts(file).values() if "007" in text]
    for text in ("=1+1", "007", "#N/A", "true"):
        assert re.search(rf't="inlineStr"><is><t xml:space="preserve">{re.escape(text)}</t></is></c>', raw)


def test_text_that_might_be_run_stays_text_when_it_is_edited() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(named("=1+1", "Alfa"))))

    (_, risky, plain) = [row[3] for row in book["alternate_names"].iter_rows()]
    assert (risky.value, risky.quotePrefix, risky.number_format) == ("=1+1", True, "@")
    assert (plain.value, plain.quotePrefix, plain.number_format) == ("Alfa", False, "@")


def test_truths_and_numbers_are_what_they_are() -> None:
    owned = list(orjson.loads((EXAMPLES / "one_owner.json").read_bytes()))

    found = sheets(written(*owned))

    columns = dict(zip(*found["interests"][:2], strict=True))
    assert columns["beneficialOwnershipOrControl"] is True
    assert isinstance(columns["share_exact"], int | float)
    assert found["entities"][1][0] == 1


def test_a_text_too_long_for_a_cell_stands_in_parts() -> None:
    long = named("x" * 100_000, "long:1", "🌍" * 20_000, "_x0001_" * 9_000)

    file = written(long)

    found = sheets(file)
    assert [row[3] for row in found["alternate_names"]][1:] == ["long:1", "long:2", "long:3", "long:4"]
    assert max(len(str(cell)) for rows in found.values() for row in rows for cell in row) <= 32_767
    assert list(read(io.BytesIO(file))) == [statement_from(long)]


def test_a_table_with_more_rows_than_a_sheet_takes_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    values = [named(str(turn), f"{turn} too") for turn in range(5)]

    file = written(*values)

    found = sheets(file)
    assert [name for name in found if name.startswith("alternate")] == [
        "alternate_names",
        *(f"alternate_names {turn}" for turn in range(2, 6)),
    ]
    assert found["entities 2"][0] == found["entities"][0]
    assert list(read(io.BytesIO(file))) == [statement_from(value) for value in values]


def test_a_workbook_saved_again_by_a_spreadsheet_is_still_read() -> None:
    statements = [each for example in good_examples() for each in read_statements(example)]
    out = io.BytesIO()
    write(map(as_bytes, statements), out)

    again = with_shared_texts(out.getvalue())

    assert openpyxl.load_workbook(io.BytesIO(again))["entities"]["A1"].value == "number"
    assert list(read(io.BytesIO(again))) == statements


def with_shared_texts(file: bytes) -> bytes:
    """The same workbook as Excel saves it: the texts in a part of their own, the cells pointing there by number."""
    shared: list[str] = []

    def point(found: re.Match[str]) -> str:
        shared.append(found[1])
        return f't="s"><v>{len(shared) - 1}</v>'

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in parts(file).items():
            text = re.sub(r't="inlineStr"><is>(.*?)</is>', point, text)
            text = text.replace(
                "</Types>", f'<Override PartName="/{SHARED}" ContentType="{SHARED_TYPE}"/></Types>'
            )
            if name == "xl/_rels/workbook.xml.rels":
                text = text.replace(
                    "</R", f'<Relationship Id="s" Type="{SHARED_KIND}" Target="/{SHARED}"/></R'
                )
            zipped.writestr(name, text)
        texts = "".join(f"<si>{each}</si>" for each in shared)
        zipped.writestr(SHARED, f'<sst xmlns="{MAIN}">{texts}</sst>')
    return out.getvalue()


def test_a_date_or_a_number_typed_by_hand_is_taken_for_text() -> None:
    (value, *_) = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())
    book = openpyxl.load_workbook(io.BytesIO(written(value)))
    heads = [cell.value for cell in book["entities"][1]]
    book["entities"].cell(2, heads.index("foundingDate") + 1, datetime(2019, 3, 1))  # noqa: DTZ001  # Excel has no zones
    book["entities"].cell(2, heads.index("name") + 1, 1963)
    edited = io.BytesIO()
    book.save(edited)

    (read_back,) = read(io.BytesIO(edited.getvalue()))

    assert as_bytes(read_back) == as_bytes(
        statement_from(
            value | {"recordDetails": value["recordDetails"] | {"foundingDate": "2019-03-01", "name": "1963"}}
        )
    )


@pytest.mark.parametrize(
    ("sheet", "at", "said"),
    [("entities", "A1", "nombre"), ("entities", "A2", "x"), ("interests", "C2", None)],
)
def test_a_workbook_that_makes_no_sense_is_refused(sheet: str, at: str, said: str | None) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(written(*orjson.loads((EXAMPLES / "one_owner.json").read_bytes())))
    )
    book[sheet][at] = said
    edited = io.BytesIO()
    book.save(edited)

    with pytest.raises(UnreadableTableError):
        list(read(io.BytesIO(edited.getvalue())))


def test_the_zip_is_one_that_excel_does_not_doubt() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    out = Pipe()
    write([orjson.dumps(named("Alfa"))], out)

    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as zipped:
        assert {(each.flag_bits, each.extract_version) for each in zipped.infolist()} == {(0, 20)}


def test_the_same_statements_make_the_same_workbook() -> None:
    assert written(named("Alfa")) == written(named("Alfa"))
