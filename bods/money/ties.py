"""Which records speak of one real party: those that share an identifier, never those that share a name.

An entity is known by an identifier with a scheme, a person by one with a scheme or a scheme's name; case and spaces do
not count. Source: BODS 0.4, record identifiers: records of one party in several declarations are tied by equal
identifiers.
"""

from array import array
from collections.abc import Iterator
from itertools import groupby

from bods.parts import Identifier
from bods.records import Entity, Person, Relationship
from bods.standing import Standing
from bods.statements import Statement

_TABLES = """
CREATE TABLE mark (key TEXT NOT NULL, number INTEGER NOT NULL);
CREATE TABLE party (
    first INTEGER NOT NULL, number INTEGER NOT NULL UNIQUE, PRIMARY KEY (first, number)
) WITHOUT ROWID;
"""


def tie(read: Standing) -> None:
    """Write into the spool which party each entity and person is of: table `party`, by the number of its first record.

    Eight bytes are held in memory for each record.
    """
    read.spool.executescript(_TABLES)
    read.spool.executemany("INSERT INTO mark VALUES (?, ?)", _marks(read))
    above = _united(read)
    rows = ((_root(above, number), number) for number in read.party_numbers())
    read.spool.executemany("INSERT INTO party VALUES (?, ?)", rows)


def marks_of(said: Statement) -> list[str]:
    """Give what may tie a record to others, in its order: identifiers, with the kind of record they are of."""
    record = said.record
    if isinstance(record, Relationship):
        return []
    found = (_mark(each, record) for each in record.identifiers)
    return [mark for mark in found if mark]


def _mark(given: Identifier, record: Entity | Person) -> str | None:
    # A publisher's own number has no scheme. It says who a person is; for a company it may be the number of a file.
    named = given.scheme_name if isinstance(record, Person) else None
    scheme = given.scheme or named
    if not scheme or not given.id:
        return None
    return "\x00".join((type(record).__name__, _plain(scheme), _plain(given.id)))


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _marks(read: Standing) -> Iterator[tuple[str, int]]:
    return ((mark, number) for number, said in read.parties() for mark in marks_of(said))


def _united(read: Standing) -> "array[int]":
    """Give for each number one that is above it in the same party, or itself: the smallest is above all."""
    (last,) = read.spool.execute("SELECT coalesce(max(number), 0) FROM standing").fetchone()
    above = array("q", range(last + 1))
    rows = read.spool.execute("SELECT key, number FROM mark ORDER BY key, number")
    for _, group in groupby(rows, key=lambda row: str(row[0])):
        (_, first), *others = group
        for _, number in others:
            one, other = sorted((_root(above, first), _root(above, number)))
            above[other] = one
    return above


def _root(above: "array[int]", number: int) -> int:
    while above[number] != number:
        above[number] = above[above[number]]
        number = above[number]
    return number
