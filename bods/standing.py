"""How every record stands: its last statement, kept outside memory while a whole file goes by."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

import orjson

from bods.codelists import RecordType
from bods.exceptions import NotAStatementError
from bods.history.instants import instant_and_day
from bods.reading import statement_from
from bods.statements import Statement

_TABLE = """
CREATE TABLE standing (
    number INTEGER PRIMARY KEY, record_id TEXT NOT NULL UNIQUE, relationship INTEGER NOT NULL,
    spoken TEXT NOT NULL, published TEXT NOT NULL, text BLOB NOT NULL
)
"""
_KEEP = """
INSERT INTO standing (record_id, relationship, spoken, published, text) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (record_id) DO UPDATE SET
    relationship = excluded.relationship, spoken = excluded.spoken, published = excluded.published,
    text = excluded.text
WHERE (excluded.spoken, excluded.published) >= (standing.spoken, standing.published)
"""


class Standing:
    """The last statement of each record of a file, closed records too, with a number in order of first appearance.

    Among the statements of one record the later statement date wins, then the later publication, then the later place,
    as in `bods.history`. `spool` is the database that keeps them, on disk and gone when it is closed; what reads
    them may keep tables of its own beside.
    """

    def __init__(self, spool: sqlite3.Connection) -> None:
        self.spool = spool

    def take(self, texts: Iterable[bytes]) -> None:
        """Take in published texts, one statement each. Raises NotAStatementError when one cannot be held."""
        self.spool.execute(_TABLE)
        self.spool.executemany(_KEEP, map(_row, texts))

    def parties(self) -> Iterator[tuple[int, Statement]]:
        """Give the entities and persons, each with its number."""
        return self._last(relationships=False)

    def party_numbers(self) -> Iterator[int]:
        """Give the numbers of the entities and persons alone."""
        query = "SELECT number FROM standing WHERE NOT relationship ORDER BY number"
        return (number for (number,) in self.spool.execute(query))

    def relationships(self) -> Iterator[tuple[int, Statement]]:
        """Give the relationships, each with its number."""
        return self._last(relationships=True)

    def _last(self, *, relationships: bool) -> Iterator[tuple[int, Statement]]:
        query = "SELECT number, text FROM standing WHERE relationship = ? ORDER BY number"
        for number, text in self.spool.execute(query, (relationships,)):
            yield number, statement_from(orjson.loads(text))

    def statement(self, number: int) -> Statement:
        """Give the statement with a number."""
        (text,) = self.spool.execute("SELECT text FROM standing WHERE number = ?", (number,)).fetchone()
        return statement_from(orjson.loads(text))

    def number_of(self, record_id: str) -> int | None:
        """Give the number of an entity or person; None when the file has none with this record id."""
        query = "SELECT number FROM standing WHERE record_id = ? AND NOT relationship"
        found = self.spool.execute(query, (record_id,)).fetchone()
        return None if found is None else int(found[0])


@contextmanager
def standing(texts: Iterable[bytes]) -> Iterator[Standing]:
    """Read published texts to their end and give how every record stands; the spool is gone afterwards.

    What is held in memory does not grow with the number of statements: SQLite keeps a temporary file of its own.
    """
    # An empty name is a private database that SQLite keeps on disk and takes away when it is closed.
    with closing(sqlite3.connect("", isolation_level=None)) as spool:
        spool.execute("PRAGMA journal_mode = OFF")
        spool.execute("PRAGMA synchronous = OFF")
        read = Standing(spool)
        read.take(texts)
        yield read


def _row(text: bytes) -> tuple[str, bool, str, str, bytes]:
    value = orjson.loads(text)
    try:
        record_id, kind, spoken = value["recordId"], value["recordType"], value["statementDate"]
        published = value.get("publicationDetails", {}).get("publicationDate", spoken)
        moments = _sortable(spoken), _sortable(published)
    except (KeyError, TypeError, AttributeError, ValueError):
        # Reading it says in words what is amiss with it.
        said = statement_from(value)
        raise NotAStatementError("", f"a statement about {said.record_id} with its dates") from None
    return record_id, kind == RecordType.RELATIONSHIP, *moments, text


def _sortable(text: str) -> str:
    instant, _ = instant_and_day(text)
    return instant.isoformat(timespec="microseconds")
