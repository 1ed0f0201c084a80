"""Work left for the worker: added with the deed itself, leased, done at least once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson
from sqlalchemy import ColumnElement, bindparam, case, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from register.models.outbox import OutboxRow
from register.store.engine import vault_of
from register.store.many import execute_all, table_of

LEASE = timedelta(seconds=60)
#: After so many failures, over some two hours, a piece of work waits for a person.
MOST_ATTEMPTS = 12


def _left(insert: postgresql.Insert | sqlite.Insert) -> postgresql.Insert | sqlite.Insert:
    asked = {name: insert.excluded[name] for name in ("payload", "created_at", "available_at", "attempts")}
    return insert.on_conflict_do_update(
        index_elements=["idempotency_key"],
        set_={
            **asked,
            # Who is doing it now keeps the lease: it is done again afterwards, not beside.
            "lease_until": case((OutboxRow.done_at.is_(None), OutboxRow.lease_until), else_=None),
            "done_at": None,
            "failure": None,
        },
        where=or_(OutboxRow.done_at.is_not(None), OutboxRow.attempts > 0),
    )


def _from_lists() -> postgresql.Insert:
    """One statement for any number of rows, told as a list for each column: PostgreSQL has no quicker way to ask for
    work that may wait already. In the order of the lists.
    """
    kinds = {each.name: each.type for each in table_of(OutboxRow).c if each.name in _NAMES}
    lists = [bindparam(name, type_=postgresql.ARRAY(kinds[name])) for name in _NAMES]
    given = func.unnest(*lists).table_valued(*_NAMES, name="given").render_derived()
    return postgresql.insert(table_of(OutboxRow)).from_select(
        _NAMES, select(*given.c), include_defaults=False
    )


_NAMES = ("kind", "idempotency_key", "payload", "created_at", "available_at", "attempts")
_LEFT_ON_POSTGRES = _left(_from_lists())
_LEFT_ON_SQLITE = _left(sqlite.insert(table_of(OutboxRow)))


@dataclass(frozen=True, slots=True, repr=False)
class Work:
    """One piece of work. `payload` may hold contacts and links: it is sealed at rest and kept out of `repr`."""

    id: int
    kind: str
    key: str
    payload: Mapping[str, str]
    created_at: datetime
    attempts: int


def add(
    session: Session,
    kind: str,
    key: str,
    payload: Mapping[str, str],
    *,
    now: datetime,
    not_before: datetime | None = None,
) -> None:
    """Leave work of a kind ("mail", "sms", "screen"); the same key asked for again before it is done is one piece.

    Asked for anew while it is being done, or after it was done or given up, it is done once more. Two transactions
    may add one key at once. Add several keys in sorted order, or two transactions may wait for each other.
    `not_before`: the moment from which it is done; at once when left out.
    """
    add_all(session, kind, {key: payload}, now=now, not_before=not_before)


def add_all(
    session: Session,
    kind: str,
    work: Mapping[str, Mapping[str, str]],
    *,
    now: datetime,
    not_before: datetime | None = None,
) -> None:
    """Leave several pieces of work of one kind, told as payloads by key; they are added in sorted order."""
    vault = vault_of(session)
    rows = [
        {
            "kind": kind,
            "idempotency_key": key,
            "payload": vault.seal(orjson.dumps(dict(payload)), f"outbox|payload|{key}"),
            "created_at": now,
            "available_at": not_before or now,
            "attempts": 0,
        }
        for key, payload in sorted(work.items())
    ]
    if session.get_bind().dialect.name == "sqlite":
        execute_all(session, _LEFT_ON_SQLITE, rows)
    elif rows:
        session.flush()
        session.execute(_LEFT_ON_POSTGRES, {name: [row[name] for row in rows] for name in _NAMES})


def knows(session: Session, key: str) -> bool:
    """Whether work was ever left under this key, done or not."""
    return session.scalar(select(OutboxRow.id).where(OutboxRow.idempotency_key == key)) is not None


def waits(session: Session, *, now: datetime, kinds: tuple[str, ...] | None = None) -> bool:
    """Whether there is work to take, without taking it: a look that waits for no writer."""
    query = select(OutboxRow.id).where(*_to_take(now, kinds)).limit(1)
    return session.scalar(query) is not None


def _to_take(now: datetime, kinds: tuple[str, ...] | None) -> tuple[ColumnElement[bool], ...]:
    conditions: tuple[ColumnElement[bool], ...] = (
        OutboxRow.done_at.is_(None),
        OutboxRow.available_at <= now,
        OutboxRow.attempts < MOST_ATTEMPTS,
        or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until < now),
    )
    return (*conditions, OutboxRow.kind.in_(kinds)) if kinds else conditions


def lease_next(session: Session, *, now: datetime, kinds: tuple[str, ...] | None = None) -> Work | None:
    """Take the oldest waiting piece of work for a minute; None when there is none. Commit before doing it."""
    query = (
        select(OutboxRow)
        .where(*_to_take(now, kinds))
        .order_by(OutboxRow.available_at, OutboxRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    row = session.scalars(query).first()
    if row is None:
        return None
    row.lease_until, row.attempts = now + LEASE, row.attempts + 1
    session.flush()
    return _work(session, row)


def _work(session: Session, row: OutboxRow) -> Work:
    opened = vault_of(session).unseal(row.payload, f"outbox|payload|{row.idempotency_key}")
    return Work(row.id, row.kind, row.idempotency_key, orjson.loads(opened), row.created_at, row.attempts)


def hold(session: Session, work: Work, *, now: datetime) -> None:
    """Keep a long piece of work for another minute: whoever does it is alive."""
    session.execute(update(OutboxRow).where(*_still(work)).values(lease_until=now + LEASE))


def done(session: Session, work: Work, *, now: datetime) -> None:
    """Say that it is done, unless it was asked for anew while it was being done: then it may be taken again."""
    session.execute(
        update(OutboxRow).where(*_still(work)).values(done_at=now, lease_until=None, failure=None)
    )
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == work.id, OutboxRow.done_at.is_(None), OutboxRow.attempts == 0)
        .values(lease_until=None)
    )


def forget_all(session: Session) -> None:
    """Throw away all work, done or not: for an example county, whose letters of the past went to nobody."""
    session.execute(delete(OutboxRow))


def failed(session: Session, work: Work, failure: str, *, now: datetime) -> None:
    """Say what kind of failure it was; it is tried again later and later."""
    later = now + timedelta(seconds=2**work.attempts)
    session.execute(
        update(OutboxRow).where(*_still(work)).values(lease_until=None, failure=failure, available_at=later)
    )
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == work.id, OutboxRow.done_at.is_(None), OutboxRow.attempts == 0)
        .values(lease_until=None, failure=failure)
    )


def give_up(session: Session, work: Work, failure: str, *, now: datetime) -> None:
    """Say that it will never succeed: it is not tried again, and waits for a person as the others that failed."""
    session.execute(
        update(OutboxRow)
        .where(*_still(work))
        .values(lease_until=None, failure=failure, attempts=MOST_ATTEMPTS, available_at=now)
    )


def _still(work: Work) -> tuple[ColumnElement[bool], ...]:
    """It was neither asked for anew nor taken by another worker since this one took it."""
    return (
        OutboxRow.id == work.id,
        OutboxRow.done_at.is_(None),
        OutboxRow.created_at == work.created_at,
        OutboxRow.attempts == work.attempts,
    )


def newest(session: Session, kinds: tuple[str, ...], limit: int = 50) -> tuple[Work, ...]:
    """The latest pieces of work of some kinds, newest first, done or not."""
    rows = session.scalars(
        select(OutboxRow)
        .where(OutboxRow.kind.in_(kinds))
        .order_by(OutboxRow.id.desc())
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    return tuple(_work(session, row) for row in rows)
