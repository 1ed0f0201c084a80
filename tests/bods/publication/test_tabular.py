"""The schema of a table says what its cells hold: read by it, every cell is of its type."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bods.publication import DATA, publish
from tests.bods.publication.test_publishing import ABOUT, AT, texts

READ = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def resources(folder: Path) -> dict[str, dict[str, Any]]:
    publish(texts, folder, ABOUT, at=AT)
    return {each["format"]: each for each in json.loads((folder / DATA).read_text())["resources"]}


def read_by(schema: Mapping[str, Any], text: str) -> int:
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert next(rows) == [field["name"] for field in schema["fields"]]
    typed = 0
    for row in rows:
        for field, cell in zip(schema["fields"], row, strict=True):
            if cell:
                READ[field["type"]](cell)
                typed += field["type"] != "string"
            if cell and "constraints" in field:
                assert cell in field["constraints"]["enum"]
    return typed


def test_the_cells_of_the_table_of_statements_are_of_their_types(tmp_path: Path) -> None:
    table = resources(tmp_path / "7")["csv"]

    types = {field["name"]: field["type"] for field in table["schema"]["fields"]}
    assert table["profile"] == "tabular-data-resource"
    assert types["recordDetails/interests/0/share/exact"] == "number"
    assert types["recordDetails/isComponent"] == "boolean"
    assert types["recordDetails/foundingDate"] == "date"
    assert types["recordDetails/identifiers/0/id"] == "string"
    assert read_by(table["schema"], (tmp_path / "7" / table["path"]).read_text()) > 5


def test_the_cells_of_linked_tables_are_of_their_types(tmp_path: Path) -> None:
    linked = resources(tmp_path / "7")["csv-zip"]

    with zipfile.ZipFile(tmp_path / "7" / linked["path"]) as zipped:
        typed = [read_by(table["schema"], zipped.read(table["path"]).decode()) for table in linked["tables"]]
    assert len(typed) > 3
    assert sum(typed) > 10
