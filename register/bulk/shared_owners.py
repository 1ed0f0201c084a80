"""Every pair of bidders with a common owner, in every tender at once."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

import duckdb

from register.bulk.condensing import Edge, condensed


@dataclass(frozen=True, slots=True)
class Bid:
    """That a company bids in a contracting process."""

    ocid: str
    bidder: str


@dataclass(frozen=True, slots=True)
class SharedOwner:
    """Two bidders of one process in which one holder reaches the threshold; shares in percent, lower bounds."""

    ocid: str
    owner: str
    first: str
    second: str
    first_share: float
    second_share: float


CLOSURE = """
CREATE TABLE closure AS
WITH RECURSIVE walk(owner, company, low, high) AS (
    SELECT holder, held, low, high FROM edge
    UNION ALL
    SELECT edge.holder, walk.company, edge.low * walk.low, edge.high * walk.high
    FROM walk JOIN edge ON edge.held = walk.owner
),
straight AS (SELECT owner, company, sum(low) AS low, sum(high) AS high FROM walk GROUP BY ALL)
SELECT owner, company, low, high FROM straight WHERE owner NOT IN (SELECT holder FROM inner_round)
UNION ALL
SELECT inner_round.holder, straight.company, sum(inner_round.low * straight.low), sum(inner_round.high * straight.high)
FROM straight JOIN inner_round ON inner_round.held = straight.owner GROUP BY ALL
UNION ALL
SELECT holder, held, low, high FROM inner_round WHERE holder <> held
"""

PAIRS = """
SELECT one.ocid, mine.owner, one.bidder, other.bidder, 100 * mine.low, 100 * yours.low
FROM bid AS one
JOIN bid AS other ON other.ocid = one.ocid AND other.bidder > one.bidder
JOIN closure AS mine ON mine.company = one.bidder AND mine.low >= ?
JOIN closure AS yours ON yours.company = other.bidder AND yours.owner = mine.owner AND yours.low >= ?
ORDER BY ALL
"""


def closure(edges: Sequence[Edge]) -> duckdb.DuckDBPyConnection:
    """A database in memory with the table `closure(owner, company, low, high)`, fractions of the whole."""
    flat = condensed(edges)
    database = duckdb.connect(":memory:")
    tables = (
        ("CREATE TABLE edge", "INSERT INTO edge VALUES (?, ?, ?, ?)", flat.edges),
        ("CREATE TABLE inner_round", "INSERT INTO inner_round VALUES (?, ?, ?, ?)", flat.inner),
    )
    for create, insert, rows in tables:
        database.execute(create + " (holder VARCHAR, held VARCHAR, low DOUBLE, high DOUBLE)")
        if rows:
            database.executemany(insert, [astuple(row) for row in rows])
    database.execute(CLOSURE)
    return database


def shared_owners(edges: Sequence[Edge], bids: Iterable[Bid], *, threshold: float) -> tuple[SharedOwner, ...]:
    """All pairs of bidders with a common owner; `threshold` in percent is what makes an owner."""
    database = closure(edges)
    try:
        database.execute("CREATE TABLE bid (ocid VARCHAR, bidder VARCHAR)")
        if rows := [astuple(bid) for bid in bids]:
            database.executemany("INSERT INTO bid VALUES (?, ?)", rows)
        least = threshold / 100 - 1e-9
        return tuple(SharedOwner(*row) for row in database.execute(PAIRS, [least, least]).fetchall())
    finally:
        database.close()
