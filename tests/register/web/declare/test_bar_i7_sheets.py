"""bar-I7: the sheets that this register hands out itself hold no formula either, whatever was sent to it."""

import ast
import csv
import io
from pathlib import Path

import openpyxl
import pytest
from flask import Flask

import bods
import register
from tests.factories.page import Page
from tests.factories.sheets import ANA, NAMES, as_csv
from tests.factories.supplier import supplier_of

LINK = '=HYPERLINK("https://evil.example","x")'
#: The one place that writes Excel files; every text in them is an explicit text.
WORKBOOK = "bods/tables/workbook.py"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_bar_i7_the_file_of_faults_repeats_no_formula_that_was_sent(app: Flask) -> None:
    supplier = supplier_of(app)
    token = {"csrf_token": _token(supplier.see("/declare/many"))}
    sheet = as_csv(ANA | {LINK: "1", "name": LINK}, names=[*NAMES, LINK, "@SUM(1)"])

    sent = supplier.client.post("/declare/many", data={**token, "file": (io.BytesIO(sheet), "=1+1.csv")})
    file = supplier.client.get(f"{sent.location}/faults.csv").data.decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(file, newline="")) for cell in row]
    assert f"'{LINK}"[:41] in cells
    assert "'@SUM(1)" in cells
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")] == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_bar_i7_the_template_holds_words_alone(app: Flask) -> None:
    file = supplier_of(app).client.get("/declare/many/template.xlsx").data

    book = openpyxl.load_workbook(io.BytesIO(file))

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []


def test_bar_i7_whoever_writes_a_table_guards_its_cells() -> None:
    unguarded, workbooks = set(), set()
    for room in (Path(bods.__path__[0]), Path(register.__path__[0])):
        for path in room.rglob("*.py"):
            nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
            names = {node.id for node in nodes if isinstance(node, ast.Name)}
            used = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
            made = {node.name for node in nodes if isinstance(node, ast.ClassDef)}
            where = path.relative_to(room.parent).as_posix()
            if used & {"writer", "DictWriter"} and "guarded" not in names:
                unguarded.add(where)
            if "Workbook" in used | made or "xlsxwriter" in names:
                workbooks.add(where)

    assert unguarded == set()
    assert workbooks == {WORKBOOK}


def _token(page: Page) -> str:
    fields = [each.attributes for each in page.all("input")]
    return next(each["value"] for each in fields if each.get("name") == "csrf_token")
