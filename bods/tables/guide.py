"""What a reader of the tables must know, in plain words, made from the tables themselves."""

from collections.abc import Iterator

from bods.tables.layout import tables
from bods.tables.table import Table

_BEGINNING = (
    "Statements about who owns and controls companies, as linked tables.",
    "",
    "Each statement is one claim about one record, made on one day: about an entity, a person, or a relationship",
    "between them. The statements follow the Beneficial Ownership Data Standard (BODS), version 0.4; its",
    "documentation explains every field and code: https://standard.openownership.org/en/0.4.0/",
    "",
    "- Each statement is a row of one main table: entities, persons or relationships.",
    "- Each list in a statement has a table of its own. A row of it belongs to the statement with the same `number`;",
    "  `position` is its place in the list, from 0.",
    "- `number` is the place of the statement in this export. It ties these tables together and means nothing outside.",
    "- `recordId` is the same in all statements about one record. The newest of them says how the record stands; when",
    "  its `recordStatus` is closed, the record stands no more. A relationship names its two parties by `recordId`, in",
    "  `subject` and `interestedParty`.",
    "- An empty cell says that the statement has no such field.",
    "- `rest` is JSON: what no other column can hold, such as fields beyond the standard and lists that are empty.",
)
_END = (
    "",
    "With this, every statement can be made again from the tables, exactly.",
)


def guide(*particulars: str) -> Iterator[str]:
    """Give the lines of a short guide; `particulars` are lines about one form of the tables, a list item each."""
    yield from _BEGINNING
    yield from particulars
    yield from _END
    yield from ("", "The tables:", "")
    yield from map(_line, tables())


def _line(table: Table) -> str:
    return f"- {table.name}: {table.description}"
