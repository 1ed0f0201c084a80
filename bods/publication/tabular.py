"""Table schemas of the files that are tables. Source: Table Schema (Frictionless), version 1."""

import csv
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bods.tables import Column, Table, tables
from bods.tables.fields import Known, statement_fields

_TYPES = {"boolean": "boolean", "number": "number"}


def schema_of_csv(path: Path) -> Mapping[str, Any]:
    """Give the schema of a file whose columns are JSON Pointers into a statement."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file), [])
    return {"fields": [_pointed(name) for name in header], "missingValues": [""]}


def _pointed(name: str) -> Mapping[str, Any]:
    known = _at(name)
    if known is None:
        return {"name": name, "type": "string"}
    kind = next((_TYPES[kind] for kind in sorted(known.kinds) if kind in _TYPES), "string")
    return _field(name, "date" if known.format == "date" else kind, known.title, known.codes)


def _at(pointer: str) -> Known | None:
    known: Known | None = statement_fields()
    for step in pointer.split("/"):
        if known is None:
            return None
        known = known.item if step.isdecimal() else known.fields.get(step)
    return known


def _field(name: str, kind: str, title: str, codes: tuple[str, ...]) -> Mapping[str, Any]:
    limits = {"constraints": {"enum": list(codes)}} if codes else {}
    return {"name": name, "type": kind, **({"title": title} if title else {}), **limits}


def tables_of_zip(path: Path) -> list[Mapping[str, Any]]:
    """Give the tables in a zip, each with its schema; tied by `number`, the place of a statement in the export."""
    with zipfile.ZipFile(path) as zipped:
        names = set(zipped.namelist())
    return [_table(table, f"{table.name}.csv") for table in tables() if f"{table.name}.csv" in names]


def _table(table: Table, path: str) -> Mapping[str, Any]:
    schema: dict[str, Any] = {"fields": list(map(_column, table.columns)), "missingValues": [""]}
    schema["primaryKey"] = ["number"] if table.is_main else ["number", "position"]
    return {
        "name": table.name.replace("_", "-"),
        "path": path,
        "title": table.title,
        "description": table.description,
        "schema": schema,
    }


def _column(column: Column) -> Mapping[str, Any]:
    return _field(column.name, column.type, column.title, column.codes)
