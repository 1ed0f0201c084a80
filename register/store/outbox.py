"""Work left for the worker: added with the deed itself, leased, done at least once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson
from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from register.models.outbox import OutboxRow
from register.store.engine import vault_of

LEASE = timedelta(seconds=60)
#: After so many failures a piece of work waits for a person.
MOST_ATTEMPTS = 8


@dataclass(frozen=True, slots=True, repr=False)
class Work:
    """One piece of work. `payload` may hold contacts and links: it is sealed at rest and kept out of `repr`."""

    id: int
    kind: str
    key: str
    payload: Mapping[str, str]
    created_at: datetime
    attempts: int


def add(session: Session, kind: str, key: str, payload: Mapping[str, str], *, now: datetime) -> None:
    """Leave work of a kind ("mail", "sms", "screen"); the same key asked for again before it is done is one piece."""
    waiting = session.scalars(
        select(OutboxRow).where(OutboxRow.idempotency_key == key, OutboxRow.done_at.is_(None))
    ).first()
    if waiting is not None and waiting.lease_until is None:
        return
    sealed = vault_of(session).seal(orjson.dumps(dict(payload)), f"outbox|payload|{key}")
    done = session.scalars(select(OutboxRow).where(OutboxRow.idempotency_key == key)).first()
    if done is not None:
        _again(done, sealed, now)
    else:
        session.add(
            OutboxRow(
                kind=kind, idempotency_key=key, payload=sealed, created_at=now, available_at=now, attempts=0
            )
        )
    session.flush()


def _again(row: OutboxRow, sealed: bytes, now: datetime) -> None:
    row.payload, row.created_at, row.available_at = sealed, now, now
    row.attempts, row.lease_until, row.done_at, row.failure = 0, None, None, None


def lease_next(session: Session, *, now: datetime, kinds: tuple[str, ...] | None = None) -> Work | None:
    """Take the oldest waiting piece of work for a minute; None when there is none. Commit before doing it."""
    query = (
        select(OutboxRow)
        .where(
            OutboxRow.done_at.is_(None),
            OutboxRow.available_at <= now,
            OutboxRow.attempts < MOST_ATTEMPTS,
            or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until < now),
        )
        .order_by(OutboxRow.available_at, OutboxRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if kinds:
        query = query.where(OutboxRow.kind.in_(kinds))
    row = session.scalars(query).first()
    if row is None:
        return None
    row.lease_until, row.attempts = now + LEASE, row.attempts + 1
    session.flush()
    return _work(session, row)


def _work(session: Session, row: OutboxRow) -> Work:
    opened = vault_of(session).unseal(row.payload, f"outbox|payload|{row.idempotency_key}")
    return Work(row.id, row.kind, row.idempotency_key, orjson.loads(opened), row.created_at, row.attempts)


def done(session: Session, work: Work, *, now: datetime) -> None:
    """Say that it is done, unless it was asked for anew while it was being done."""
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == work.id, OutboxRow.created_at == work.created_at)
        .values(done_at=now, lease_until=None, failure=None)
    )


def failed(session: Session, work: Work, failure: str, *, now: datetime) -> None:
    """Say what kind of failure it was; it is tried again later and later."""
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == work.id)
        .values(lease_until=None, failure=failure, available_at=now + timedelta(seconds=2**work.attempts))
    )


def newest(session: Session, kinds: tuple[str, ...], limit: int = 50) -> tuple[Work, ...]:
    """The latest pieces of work of some kinds, newest first, done or not."""
    rows = session.scalars(
        select(OutboxRow).where(OutboxRow.kind.in_(kinds)).order_by(OutboxRow.id.desc()).limit(limit)
    )
    return tuple(_work(session, row) for row in rows)
