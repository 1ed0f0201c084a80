"""What a table is: its columns, which statements it speaks of, and which list of theirs its rows are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

#: What stands in a cell: text, a truth, a number, or nothing.
Cell: TypeAlias = str | bool | int | float | None
#: One row: a cell for each column of its table, in their order.
Row: TypeAlias = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `type` is one of Table Schema (Frictionless): string, boolean, number, integer, date. `path` are the names of the
    fields that lead to its value from the object that a row is made of; a key of ours has none. `codes` are the
    codes that may stand there; empty when any text may.
    """

    name: str
    type: str
    title: str
    description: str
    path: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a row for each statement about one type of record, or for each member of one of its lists.

    `record_types` are those whose statements come into it. `path` leads to the list in the statement whose members
    are the rows; the three main tables have none. The first column of every table is `number`: the place of the
    statement in the export, from 1, the same in all tables.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    record_types: tuple[str, ...]
    path: tuple[str, ...] = ()

    @property
    def is_main(self) -> bool:
        """Whether a row is a whole statement."""
        return not self.path

    @property
    def holds_texts(self) -> bool:
        """Whether a row is a text in a column `value`, not an object."""
        return self.columns[-1].name == "value"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)
