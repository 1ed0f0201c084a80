"""Files from outside are read within bounds, whatever stands in them."""

import io
import zipfile
from datetime import date

import pytest

from register.elsewhere import table
from register.elsewhere.table import TableRefusedError, read_table
from tests.factories.sheets import ANA, as_csv, as_xlsx


def test_csv_and_excel_say_the_same() -> None:
    of_csv, of_excel = read_table(as_csv(ANA)), read_table(as_xlsx(ANA))

    told = {name: text for name, text in of_csv.rows[0].cells.items() if text}
    assert told == ANA
    assert {name: text for name, text in of_excel.rows[0].cells.items() if text} == told
    assert (of_csv.sheet, of_excel.sheet) == ("", "declarations")
    assert of_csv.rows[0].number == of_excel.rows[0].number == 2


def test_figures_and_days_of_excel_are_read_as_they_are_meant() -> None:
    row = ANA | {"document_number": 98765432, "born": date(1980, 12, 31), "shares": 33.3}

    cells = read_table(as_xlsx(row)).rows[0].cells

    assert (cells["document_number"], cells["born"], cells["shares"]) == ("98765432", "1980-12-31", "33.3")


def test_semicolons_and_a_byte_order_mark_are_taken_as_they_come() -> None:
    read = read_table("\ufeffcompany number;name\nPVT-1;Ana\n".encode())

    assert read.rows[0].cells == {"company_number": "PVT-1", "name": "Ana"}


def test_a_small_file_that_hides_a_huge_one_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/worksheets/sheet1.xml", b"0" * (table.MOST_UNPACKED + 1))

    with pytest.raises(TableRefusedError) as refused:
        read_table(out.getvalue())

    assert refused.value.message == table.TOO_BIG


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", table.EMPTY),
        (b"a,b\n", table.EMPTY),
        (b"\xff\xfe\x00", table.NOT_TEXT),
        (b"a\x00b\n1\n", table.NOT_TEXT),
        (table.ZIP + b"not a zip", table.BROKEN),
        (b'a,b\n"open', table.NOT_TEXT),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(TableRefusedError) as refused:
        read_table(data)

    assert refused.value.message == message


def test_more_rows_than_a_file_may_have_are_refused() -> None:
    with pytest.raises(TableRefusedError) as refused:
        read_table(b"name\n" + b"Ana\n" * (table.MOST_ROWS + 1))

    assert refused.value.facts == {"most": "20,000"}
