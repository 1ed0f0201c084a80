"""The audit trail: adding to it, reading it, and checking that nothing was changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.audit import AuditRow
from register.store.many import insert_all, table_of
from register.store.order import take_turn

FIRST = "0" * 64
#: Whose turn it is to add an event.
SERIES = "audit_event"
_COLUMNS = ("sequence", "at", "actor", "action", "about", "facts", "hash")
_LATEST = AuditRow.sequence.desc()


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who did what, when, to what; `facts` hold no private particular."""

    sequence: int
    at: datetime
    actor: str
    action: str
    about: str
    facts: Mapping[str, str]


def record(
    session: Session,
    *,
    actor: str,
    action: str,
    about: str,
    at: datetime,
    facts: Mapping[str, str] | None = None,
) -> None:
    """Add one event, in the transaction that does the thing itself."""
    record_all(session, [(about, facts or {})], actor=actor, action=action, at=at)


def record_all(
    session: Session,
    events: Iterable[tuple[str, Mapping[str, str]]],
    *,
    actor: str,
    action: str,
    at: datetime,
) -> None:
    """Add an event for each thing done in this transaction, told as what it is about and its facts, in this order."""
    take_turn(session, SERIES)
    last = session.execute(select(AuditRow.sequence, AuditRow.hash).order_by(_LATEST).limit(1)).first()
    sequence, before = last or (0, FIRST)
    rows = []
    for about, facts in events:
        sequence += 1
        written = orjson.dumps(dict(facts), option=orjson.OPT_SORT_KEYS).decode()
        before = _chained(before, sequence, at, actor, action, about, written)
        rows.append((sequence, at, actor, action, about, written, before))
    insert_all(session, table_of(AuditRow), _COLUMNS, rows)


def _chained(before: str, sequence: int, at: datetime, *words: str) -> str:
    link = [before, str(sequence), at.astimezone(UTC).isoformat(), *words]
    return sha256(orjson.dumps(link)).hexdigest()


def newest(session: Session, limit: int = 100, before: int | None = None) -> tuple[AuditEvent, ...]:
    """The latest events, newest first; `before` is the sequence number to go on from."""
    query = select(AuditRow).order_by(AuditRow.sequence.desc()).limit(limit)
    if before is not None:
        query = query.where(AuditRow.sequence < before)
    return tuple(
        AuditEvent(row.sequence, row.at, row.actor, row.action, row.about, orjson.loads(row.facts))
        for row in session.scalars(query)
    )


def broken_links(session: Session) -> Iterator[int]:
    """Sequence numbers of events that are not as they were written, or stand where one is missing."""
    before, expected = FIRST, 1
    for row in session.scalars(
        select(AuditRow).order_by(AuditRow.sequence).execution_options(yield_per=1000)
    ):
        good = _chained(before, row.sequence, row.at, row.actor, row.action, row.about, row.facts)
        if row.sequence != expected or row.hash != good:
            yield row.sequence
        before, expected = row.hash, row.sequence + 1


def count(session: Session) -> int:
    """How many events there are."""
    return session.scalar(select(func.count()).select_from(AuditRow)) or 0
