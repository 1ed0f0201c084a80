"""Rows of the tables joined to statements again, as a stream: every table is read once, by rising number."""

import heapq
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any

import orjson

from bods.exceptions import UnreadableTableError
from bods.tables.layout import by_name
from bods.tables.table import Cell, Row, Table

_POSITION = 2


def joined(rows: Mapping[str, Iterator[Row]]) -> Iterator[dict[str, Any]]:
    """Give the statements, as JSON objects, that rows were taken from, in the order of their numbers.

    `rows` gives for each table, by name, its rows: a cell of the right type for each column. They must come by rising
    number, as they were written. Raises UnreadableTableError when they do not, or when a row belongs to no statement.
    """
    tables = by_name()
    mains = [_Rows(tables[name], each) for name, each in rows.items() if tables[name].is_main]
    lists = [_Rows(tables[name], each) for name, each in rows.items() if not tables[name].is_main]
    last = 0
    for number, place in heapq.merge(*(_numbers(each, place) for place, each in enumerate(mains))):
        if number == last:
            raise UnreadableTableError(f"two statements have the number {number}", mains[place].table.name)
        last = number
        yield _statement(mains[place], number, lists)
    for each in lists:
        if each.next is not None:
            raise UnreadableTableError(f"no statement has the number {each.number}", each.table.name)


class _Rows:
    """The rows of one table, the next one in view."""

    def __init__(self, table: Table, rows: Iterator[Row]) -> None:
        self.table = table
        self._rows = rows
        self.number = 0
        self.next: Row | None = None
        self.step()

    def step(self) -> None:
        """Look at the next row. Raises UnreadableTableError when it comes out of turn."""
        self.next = next(self._rows, None)
        if self.next is None:
            return
        number = self.next[0]
        if not isinstance(number, int) or number < self.number:
            raise UnreadableTableError("the rows do not stand by rising number", self.table.name)
        self.number = number


def _numbers(rows: _Rows, place: int) -> Iterator[tuple[int, int]]:
    while rows.next is not None:
        yield rows.number, place
        rows.step()


def _statement(main: _Rows, number: int, lists: list[_Rows]) -> dict[str, Any]:
    statement = _object(main.table, main.next or ())
    for each in lists:
        if each.number == number and each.next is not None:
            _put(statement, each.table.path, _members(each, number), each.table)
    return statement


def _members(rows: _Rows, number: int) -> list[Any]:
    found: list[tuple[int, Any]] = []
    while rows.next is not None and rows.number == number:
        position = rows.next[_POSITION]
        if not isinstance(position, int):
            raise UnreadableTableError("a row has no position", rows.table.name)
        found.append((position, rows.next[-1] if rows.table.holds_texts else _object(rows.table, rows.next)))
        rows.step()
    return [member for _, member in sorted(found, key=itemgetter(0))]


def _object(table: Table, row: Row) -> dict[str, Any]:
    """Make the object that a row was taken from."""
    made: dict[str, Any] = {}
    for column, cell in zip(table.columns, row, strict=True):
        if column.path and cell is not None:
            _put(made, column.path, cell, table)
    rest = row[-1]
    if rest is not None:
        _merge(made, _rest(table, rest))
    return made


def _rest(table: Table, text: object) -> dict[str, Any]:
    try:
        value = orjson.loads(text) if isinstance(text, str) else None
    except orjson.JSONDecodeError as fault:
        raise UnreadableTableError(f"the rest is not JSON, {fault}", table.name) from None
    if not isinstance(value, dict):
        raise UnreadableTableError("the rest is not a JSON object", table.name)
    return value


def _put(into: dict[str, Any], path: tuple[str, ...], value: Cell | list[Any], table: Table) -> None:
    *outer, name = path
    for step in outer:
        into = into.setdefault(step, {})
        if not isinstance(into, dict):
            raise UnreadableTableError(f"{step} is both a value and an object", table.name)
    into[name] = value


def _merge(into: dict[str, Any], rest: Mapping[str, Any]) -> None:
    for name, value in rest.items():
        inside = into.get(name)
        if isinstance(inside, dict) and isinstance(value, dict):
            _merge(inside, value)
        else:
            into[name] = value
