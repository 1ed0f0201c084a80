"""A statement taken apart into rows of the tables, every value in its one place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bods.codelists import RecordType
from bods.exceptions import NotAStatementError
from bods.tables.cells import FITS, is_plain_text
from bods.tables.layout import MAIN, by_name, tables
from bods.tables.table import Cell, Table
from bods.tables.texts import json_text

_Lists = list[tuple[Table, list[Any]]]


@dataclass(slots=True)
class Step:
    """What becomes of one field: a cell of the row, more fields inside it, or a table of its own."""

    cell: int | None = None
    type: str = ""
    inside: dict[str, "Step"] = field(default_factory=dict)
    table: Table | None = None

    def at(self, path: tuple[str, ...]) -> "Step":
        """Give the step at the end of a path, made on the way where it is missing."""
        here = self
        for name in path:
            here = here.inside.setdefault(name, Step())
        return here


@lru_cache(maxsize=32)
def steps_of(name: str) -> Mapping[str, Step]:
    """Give, for each field of the object that a row of the named table is made of, what becomes of it."""
    table = by_name()[name]
    root = Step()
    for place, column in enumerate(table.columns):
        if column.path:
            step = root.at(column.path)
            step.cell, step.type = place, column.type
    if table.is_main:
        for each in tables():
            if not each.is_main and set(table.record_types) <= set(each.record_types):
                root.at(each.path).table = each
    return root.inside


def rows_of(number: int, statement: Mapping[str, Any]) -> Iterator[tuple[Table, list[Cell]]]:
    """Give the rows of one statement, its main row first, each with its table.

    `number` is the statement's place in the export, from 1. A cell holds its column's type or None.
    Raises NotAStatementError when the statement does not say which type of record it is about.
    """
    main = _main_table(statement.get("recordType"))
    row: list[Cell] = [None] * len(main.columns)
    row[0] = number
    lists: _Lists = []
    rest = _take(steps_of(main.name), statement, row, lists)
    row[-1] = json_text(rest) if rest else None
    yield main, row
    named = row[1]
    for table, items in lists:
        for position, item in enumerate(items):
            yield table, _member(table, item, (number, named, position))


def _main_table(record_type: object) -> Table:
    if isinstance(record_type, str) and record_type in MAIN:
        return by_name()[MAIN[record_type]]
    raise NotAStatementError("/recordType", "one of " + ", ".join(RecordType))


def _take(
    steps: Mapping[str, Step], value: Mapping[str, Any], row: list[Cell], lists: _Lists
) -> dict[str, Any]:
    """Put what has a cell into the row, what has a table into the lists, and give the rest."""
    rest: dict[str, Any] = {}
    for name, item in value.items():
        step = steps.get(name)
        if step is None:
            rest[name] = item
        elif step.cell is not None and FITS[step.type](item):
            row[step.cell] = item
        elif step.inside and isinstance(item, dict) and item:
            left = _take(step.inside, item, row, lists)
            if left:
                rest[name] = left
        elif step.table is not None and _can_be_rows(step.table, item):
            lists.append((step.table, item))
        else:
            rest[name] = item
    return rest


def _can_be_rows(table: Table, items: object) -> bool:
    if not isinstance(items, list) or not items:
        return False
    if table.holds_texts:
        return all(map(is_plain_text, items))
    return all(isinstance(item, dict) for item in items)


def _member(table: Table, item: str | dict[str, Any], keys: tuple[Cell, ...]) -> list[Cell]:
    if isinstance(item, str):
        return [*keys, item]
    row: list[Cell] = [None] * len(table.columns)
    row[: len(keys)] = keys
    rest = _take(steps_of(table.name), item, row, [])
    row[-1] = json_text(rest) if rest else None
    return row
