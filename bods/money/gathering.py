"""All of a file as FollowTheMoney has it: each real party once, then the links between them."""

from collections.abc import Iterator
from itertools import groupby

from bods.money import values
from bods.money.entity import Entity, Properties, made_id, together
from bods.money.links import OWNING, End, links_of
from bods.money.parties import properties_of, schema_of
from bods.money.ties import marks_of, tie
from bods.parts import Unspecified
from bods.records import Relationship
from bods.standing import Standing
from bods.statements import Statement

_TABLES = """
CREATE TABLE note (number INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX note_of ON note (number);
CREATE TABLE owned (number INTEGER PRIMARY KEY);
CREATE TABLE known (first INTEGER PRIMARY KEY, id TEXT NOT NULL, schema TEXT NOT NULL);
"""
_END = """
SELECT id, schema FROM known JOIN party ON party.first = known.first JOIN standing ON standing.number = party.number
WHERE standing.record_id = ?
"""
_NOT_NAMED = "Its owner is not named"
_NOTHING_NAMED = "What it holds is not named"


def entities(read: Standing) -> Iterator[Entity]:
    """Give every party of a file and then every link between two of them.

    Links whose party is not in the file are left out; a party that the relationship itself does not name becomes a note
    on the other.
    """
    read.spool.executescript(_TABLES)
    tie(read)
    for _, said in read.relationships():
        _note(read, said)
    rows = read.spool.execute("SELECT first, number FROM party ORDER BY first, number")
    for first, group in groupby(rows, key=lambda row: int(row[0])):
        yield _party(read, first, [number for _, number in group])
    for _, said in read.relationships():
        yield from _links(read, said)


def _note(read: Standing, said: Statement) -> None:
    """Keep what a relationship says of its subject or its party alone."""
    record = said.record
    assert isinstance(record, Relationship)  # noqa: S101 (the spool keeps relationships apart)
    holder, held = record.interested_party, record.subject
    if isinstance(held, str) and any(each.type in OWNING for each in record.interests):
        read.spool.execute("INSERT OR IGNORE INTO owned VALUES (?)", (read.number_of(held),))
    for party, other, words in ((held, holder, _NOT_NAMED), (holder, held, _NOTHING_NAMED)):
        number = read.number_of(party) if isinstance(party, str) else None
        if number is not None and isinstance(other, Unspecified):
            note = values.note(f"{words}: {other.reason.label}. {other.description or ''}")
            read.spool.execute("INSERT INTO note VALUES (?, ?)", (number, note))


def _party(read: Standing, first: int, numbers: list[int]) -> Entity:
    said = [read.statement(number) for number in numbers]
    owned = any(_asked(read, "SELECT 1 FROM owned WHERE number = ?", number) for number in numbers)
    notes = [
        text for each in numbers for text in _asked(read, "SELECT text FROM note WHERE number = ?", each)
    ]
    schema = schema_of(said, owned=owned)
    told = together([*(properties_of(each, schema) for each in said), {"notes": notes}])
    party = Entity(
        id=_id(said[0]),
        schema=schema,
        properties=_named(told, said[0]),
        record_ids=tuple(each.record_id for each in said),
        statement_ids=tuple(each.statement_id for each in said),
    )
    read.spool.execute("INSERT INTO known VALUES (?, ?, ?)", (first, party.id, party.schema))
    return party


def _asked(read: Standing, query: str, number: int) -> list[str]:
    return [row[0] for row in read.spool.execute(query, (number,))]


def _id(said: Statement) -> str:
    """Make the id of the party whose first record this is: it stays when more records join the party."""
    marks = marks_of(said)
    return made_id("identifier", marks[0]) if marks else made_id("record", said.record_id)


def _named(told: dict[str, list[str | None]], said: Statement) -> Properties:
    """Give a name to what has none, since there must be one: its record's id, like no other's."""
    if any(told["name"]):
        return told
    others = (name for kind in ("alias", "previousName") for name in told.get(kind, ()) if name)
    return {**told, "name": [next(others, f"Unnamed, record {values.text(said.record_id) or ''}")]}


def _links(read: Standing, said: Statement) -> Iterator[Entity]:
    assert isinstance(said.record, Relationship)  # noqa: S101 (the spool keeps relationships apart)
    holder, held = _end(read, said.record.interested_party), _end(read, said.record.subject)
    if holder is not None and held is not None:
        yield from links_of(said, holder, held)


def _end(read: Standing, party: str | Unspecified) -> End | None:
    found = read.spool.execute(_END, (party,)).fetchone() if isinstance(party, str) else None
    return None if found is None else End(*found)
