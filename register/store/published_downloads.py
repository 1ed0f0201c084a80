"""Everything that is published up to a number of the log, as it is downloaded: streamed, and how much it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.published import PublishedRow

#: Rows held in memory at a time.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Weight:
    """How many statements there are up to a number of the log, and how many bytes their texts have together."""

    statements: int
    octets: int


def texts_up_to(session: Session, up_to: int) -> Iterator[bytes]:
    """The published texts in the order of the log, the one with the number `up_to` being the last.

    Each lot is asked for by itself: a slow reader keeps no cursor open, and what is published meanwhile stays out.
    """
    row, reached = PublishedRow, 0
    while reached < up_to:
        lot = session.execute(
            select(row.sequence, row.text)
            .where(row.sequence > reached, row.sequence <= up_to)
            .order_by(row.sequence)
            .limit(AT_ONCE)
        ).all()
        if not lot:
            return
        reached = lot[-1][0]
        for _, text in lot:
            yield text


def weight(session: Session, up_to: int) -> Weight:
    """How much there is up to a number of the log."""
    row = PublishedRow
    found = session.execute(
        select(func.count(), func.coalesce(func.sum(func.length(row.text)), 0)).where(row.sequence <= up_to)
    ).one()
    return Weight(found[0], int(found[1]))
