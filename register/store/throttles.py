"""How often something was tried: counters shared by all workers, which survive a restart."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from register.models.accounts import ThrottleRow
from register.store.engine import vault_of

HOUR = timedelta(hours=1)
#: A span of time is counted in so many slices, so that it moves on with the clock and never starts afresh at once.
SLICES = 12
#: Counters older than this are of no use to anyone.
KEPT = timedelta(days=2)


def count(session: Session, what: str, who: str, *, now: datetime, within: timedelta = HOUR) -> int:
    """Count one more try of a kind by someone and say how many there were lately, this one included.

    `who` (an address, a phone, an e-mail) is kept as a keyed hash only. Commit before doing what is counted,
    so that the others see it.
    """
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    key = _key(session, what, who)
    session.execute(
        insert(ThrottleRow)
        .values(key=key, window=_slice(now, within), tries=1)
        .on_conflict_do_update(index_elements=["key", "window"], set_={"tries": ThrottleRow.tries + 1})
    )
    return tries(session, what, who, now=now, within=within)


def tries(session: Session, what: str, who: str, *, now: datetime, within: timedelta = HOUR) -> int:
    """How many tries there were lately, without counting one."""
    query = select(func.sum(ThrottleRow.tries)).where(*_lately(_key(session, what, who), now, within))
    return int(session.scalar(query) or 0)


def give_back(session: Session, what: str, who: str, *, now: datetime, within: timedelta = HOUR) -> None:
    """Take one try of this moment back: it was a good one."""
    session.execute(
        update(ThrottleRow)
        .where(
            ThrottleRow.key == _key(session, what, who),
            ThrottleRow.window == _slice(now, within),
            ThrottleRow.tries > 0,
        )
        .values(tries=ThrottleRow.tries - 1)
    )


def clear(session: Session, what: str, who: str) -> None:
    """Forget all tries of a kind by someone: they have proved who they are."""
    session.execute(delete(ThrottleRow).where(ThrottleRow.key == _key(session, what, who)))


def forget_old(session: Session, *, now: datetime) -> None:
    """Drop counters that no longer hold anyone back."""
    session.execute(delete(ThrottleRow).where(ThrottleRow.window < int((now - KEPT).timestamp())))


def _key(session: Session, what: str, who: str) -> str:
    return f"{what}:{vault_of(session).blind('throttle', what, who)}"


def _slice(now: datetime, within: timedelta) -> int:
    """The second at which the present slice began."""
    size = int(within.total_seconds()) // SLICES
    return int(now.timestamp()) // size * size


def _lately(key: str, now: datetime, within: timedelta) -> tuple[ColumnElement[bool], ...]:
    return ThrottleRow.key == key, ThrottleRow.window > int((now - within).timestamp()) - int(
        within.total_seconds()
    ) // SLICES
