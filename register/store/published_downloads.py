"""Everything that is published up to a number of the log, as it is downloaded: streamed, and how much it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from register.models.published import PublishedRow
from register.store.engine import reading

#: Rows held in memory at a time.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Weight:
    """How many statements there are up to a number of the log, and how many bytes their texts have together."""

    statements: int
    octets: int


def texts_up_to(sessions: sessionmaker[Session], up_to: int) -> Iterator[bytes]:
    """The published texts in the order of the log, the one with the number `up_to` being the last.

    Each lot is read by a session of its own, which is closed before its texts are given: a slow reader keeps no
    connection, and what is published meanwhile stays out.
    """
    reached = 0
    while reached < up_to:
        with sessions() as session:
            lot = _lot(reading(session), reached, up_to)
        if not lot:
            return
        reached = lot[-1][0]
        for _, text in lot:
            yield text


def _lot(session: Session, after: int, up_to: int) -> list[tuple[int, bytes]]:
    row = PublishedRow
    query = select(row.sequence, row.text).where(row.sequence > after, row.sequence <= up_to)
    return [(number, text) for number, text in session.execute(query.order_by(row.sequence).limit(AT_ONCE))]


def weight(session: Session, up_to: int) -> Weight:
    """How much there is up to a number of the log."""
    row = PublishedRow
    found = session.execute(
        select(func.count(), func.coalesce(func.sum(func.length(row.text)), 0)).where(row.sequence <= up_to)
    ).one()
    return Weight(found[0], int(found[1]))
