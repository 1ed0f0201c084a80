"""The standard's tabular form: one row a statement, a column for each place in it, named by its JSON Pointer.

A column's name is the pointer without its first slash: `recordDetails/identifiers/0/scheme`. Columns stand in the
order of the standard's schema, fields beyond the standard after those of their object, in the order first met; such a
field has one column, whatever it holds. Two bounds keep one odd statement from widening every row: a list of more than
100 members stands whole in the column of the list, and where there are more than 500 columns beyond the standard, the
members without one stand together as a JSON object in the column of their object (`~` for the statement itself, which
no pointer can be called).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bods.tables.cells import is_plain_text
from bods.tables.fields import Known, statement_fields
from bods.tables.literals import MARK, UNKNOWN, literal
from bods.tables.texts import json_text

LONGEST_LIST = 100
MOST_UNKNOWN = 500
WHOLE = "~"
Step = str | int


class _Place:
    """A place in statements, and those below it; it has a number once it has a column of its own."""

    __slots__ = ("below", "known", "number")

    def __init__(self, known: Known | None) -> None:
        self.known = known
        self.number: int | None = None
        self.below: dict[Step, _Place] = {}

    def at(self, step: Step) -> "_Place":
        """Give the place one step further down where the standard knows it, or it was met before."""
        found = self.below.get(step)
        if found is None:
            known = self.known or UNKNOWN
            found = self.below[step] = _Place(known.item if isinstance(step, int) else known.fields.get(step))
        return found

    def in_order(self) -> "Iterator[tuple[Step, _Place]]":
        """Give the places below in the order of the schema, those beyond it last, members of a list by place."""
        order = {name: place for place, name in enumerate(self.known.fields)} if self.known else {}
        last = len(order)
        yield from sorted(
            self.below.items(),
            key=lambda each: each[0] if isinstance(each[0], int) else order.get(each[0], last),
        )


class Places:
    """The columns that statements have needed so far, numbered as they are met."""

    def __init__(self) -> None:
        self._root = _Place(statement_fields())
        self._count = 0
        self._unknown = 0
        for name in self._root.known.required if self._root.known else ():
            if name != "recordDetails":
                self._number(self._root.at(name))

    def cells(self, statement: Mapping[str, Any]) -> dict[int, str]:
        """Take a statement apart: give the text of each cell that is not empty, by the number of its column."""
        cells: dict[int, str] = {}
        self._members(self._root, statement, cells)
        return cells

    def columns(self) -> list[tuple[int, str]]:
        """Give the columns met so far, in order: the number by which `cells` knows it, and its name."""
        return list(_columns(self._root, ()))

    def _take(self, place: _Place, value: object, cells: dict[int, str]) -> None:
        known = place.known or UNKNOWN
        if isinstance(value, dict) and value and "object" in known.kinds:
            self._members(place, value, cells)
        elif isinstance(value, list) and 0 < len(value) <= LONGEST_LIST and "array" in known.kinds:
            for step, item in enumerate(value):
                self._take(place.at(step), item, cells)
        else:
            cells[self._number(place)] = literal(known, value)

    def _members(self, place: _Place, value: Mapping[str, Any], cells: dict[int, str]) -> None:
        left: dict[str, Any] = {}
        fields = place.known.fields if place.known else {}
        for name, item in value.items():
            if name in fields or self._may_have_a_column(place, name):
                self._take(place.at(name), item, cells)
            else:
                left[name] = item
        if left:
            cells[self._number(place)] = MARK + json_text(left)

    def _may_have_a_column(self, place: _Place, name: str) -> bool:
        if name in place.below:
            return True
        if self._unknown >= MOST_UNKNOWN or (name and not is_plain_text(name)):
            return False
        self._unknown += 1
        return True

    def _number(self, place: _Place) -> int:
        if place.number is None:
            place.number = self._count
            self._count += 1
        return place.number


def _columns(place: _Place, path: tuple[Step, ...]) -> Iterator[tuple[int, str]]:
    if place.number is not None:
        yield place.number, name_of(path)
    for step, below in place.in_order():
        yield from _columns(below, (*path, step))


def name_of(path: Iterable[Step]) -> str:
    """Write a path as the name of its column."""
    steps = [str(step).replace("~", "~0").replace("/", "~1") for step in path]
    return "/".join(steps) if steps else WHOLE
