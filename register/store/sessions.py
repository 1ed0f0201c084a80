"""Which browsers are signed in: each holds a secret of which only the SHA-256 is kept here."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.access import STAFF, Principal, Role
from register.models.accounts import AccountRow, AccountSessionRow
from register.store import accounts, principals
from register.store.engine import reading

SECRET_BYTES = 32
#: How long a session lasts at most, and how long it may rest.
LASTS = {role: timedelta(hours=12) if role in STAFF else timedelta(days=7) for role in Role}
RESTS = {role: timedelta(minutes=30) if role in STAFF else timedelta(hours=12) for role in Role}
#: The time there is between the passphrase and the code.
HALF_WAY = timedelta(minutes=10)
#: `last_seen` is kept to the minute, so that reading pages writes little.
TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Visit:
    """A signed-in browser, as its owner sees it. `handle` names it and opens nothing."""

    handle: str
    browser: str
    created_at: datetime
    last_seen: datetime
    expires_at: datetime
    is_this: bool


def start(
    session: Session,
    account_id: int,
    role: Role,
    *,
    complete: bool,
    browser: str,
    now: datetime,
    proved_at: datetime | None = None,
) -> str:
    """Begin a session and return its secret, for the cookie only.

    `complete` is False between the passphrase and the code of staff; such a session opens nothing else. `proved_at` is
    when the passphrase was given: now, unless said otherwise.
    """
    secret = secrets.token_urlsafe(SECRET_BYTES)
    session.add(
        AccountSessionRow(
            secret_hash=_hashed(secret),
            account_id=account_id,
            created_at=now,
            last_seen=now,
            expires_at=now + (LASTS[role] if complete else HALF_WAY),
            proved_at=proved_at or now,
            complete=complete,
            browser=browser[:200],
        )
    )
    session.flush()
    return secret


def principal_for(session: Session, secret: str, *, now: datetime) -> Principal | None:
    """Who holds this secret: None if the session is half-way, ended, over, at rest too long, or its account closed.

    Writes nothing; see `touch`.
    """
    found = session.execute(_alive(secret, now).where(AccountSessionRow.complete.is_(True))).first()
    if found is None:
        return None
    visit, account = found
    role = Role(account.role)
    if not account.active or visit.last_seen + RESTS[role] <= now:
        return None
    return principals.principal(
        session, account.id, account.name, role, account.language, now=now, proved_at=visit.proved_at
    )


def timed_out(session: Session, secret: str, *, now: datetime) -> int | None:
    """Whose session this secret was until it rested or lasted too long: the account's number.

    None for a session that was ended on purpose, that still opens pages, or whose account is closed.
    """
    found = session.execute(
        select(AccountSessionRow, AccountRow)
        .join(AccountRow, AccountRow.id == AccountSessionRow.account_id)
        .where(
            AccountSessionRow.secret_hash == _hashed(secret),
            AccountSessionRow.revoked_at.is_(None),
            AccountSessionRow.complete.is_(True),
            AccountRow.active.is_(True),
        )
    ).first()
    if found is None or principal_for(session, secret, now=now) is not None:
        return None
    _, account = found
    return account.id


def half_way(session: Session, secret: str, *, now: datetime) -> int | None:
    """Whose passphrase was given in this session and whose code is still awaited: the account's number."""
    found = session.execute(_alive(secret, now).where(AccountSessionRow.complete.is_(False))).first()
    if found is None:
        return None
    _, account = found
    return account.id


def proved_at(session: Session, secret: str, *, now: datetime) -> datetime | None:
    """When the passphrase was given in this session, half-way or whole; None when it is over."""
    found = session.execute(_alive(secret, now)).first()
    return None if found is None else found[0].proved_at


def touch(session: Session, secret: str, *, now: datetime) -> bool:
    """Note that the session is in use, at most once a minute; says whether anything was written.

    To be called with no transaction open: it looks first, so that it seldom waits for other writers.
    """
    stale = AccountSessionRow.last_seen <= now - TOUCH_EVERY
    mine = AccountSessionRow.secret_hash == _hashed(secret)
    if not session.in_transaction():
        due = reading(session).scalar(select(AccountSessionRow.account_id).where(mine, stale))
        session.rollback()
        if due is None:
            return False
    touched = session.execute(
        update(AccountSessionRow)
        .where(mine, stale, AccountSessionRow.revoked_at.is_(None))
        .values(last_seen=now)
    )
    assert isinstance(touched, CursorResult)  # noqa: S101 (for the type checker)
    return touched.rowcount > 0


def end(session: Session, secret: str, *, now: datetime) -> None:
    """End the session of this secret; nothing happens if there is none."""
    _end(session, AccountSessionRow.secret_hash == _hashed(secret), now=now)


def end_one(session: Session, account_id: int, handle: str, *, now: datetime) -> bool:
    """End one of a person's own sessions; False when they have no such session alive."""
    mine = AccountSessionRow.account_id == account_id
    return _end(session, mine, AccountSessionRow.secret_hash == handle, now=now) > 0


def end_all(session: Session, account_id: int, *, now: datetime) -> int:
    """End all sessions of a person at once and return how many there were."""
    return _end(session, AccountSessionRow.account_id == account_id, now=now)


def end_others(session: Session, account_id: int, secret: str, *, now: datetime) -> int:
    """End all sessions of a person but the one of this secret; gives how many there were."""
    mine, others = (
        AccountSessionRow.account_id == account_id,
        AccountSessionRow.secret_hash != _hashed(secret),
    )
    return _end(session, mine, others, now=now)


def visits(session: Session, account_id: int, secret: str, *, now: datetime) -> tuple[Visit, ...]:
    """The browsers in which a person is signed in, latest first; `secret` is the one that asks."""
    role = accounts.account(session, account_id).role
    query = (
        select(AccountSessionRow)
        .where(
            AccountSessionRow.account_id == account_id,
            AccountSessionRow.complete.is_(True),
            AccountSessionRow.revoked_at.is_(None),
            AccountSessionRow.expires_at > now,
            AccountSessionRow.last_seen > now - RESTS[role],
        )
        .order_by(AccountSessionRow.last_seen.desc())
    )
    here = _hashed(secret)
    return tuple(
        Visit(
            row.secret_hash,
            row.browser,
            row.created_at,
            row.last_seen,
            row.expires_at,
            row.secret_hash == here,
        )
        for row in session.scalars(query)
    )


def lasts(role: Role) -> int:
    """How many seconds the cookie of a role's session is kept."""
    return int(LASTS[role].total_seconds())


def _alive(secret: str, now: datetime) -> Select[AccountSessionRow, AccountRow]:
    return (
        select(AccountSessionRow, AccountRow)
        .join(AccountRow, AccountRow.id == AccountSessionRow.account_id)
        .where(
            AccountSessionRow.secret_hash == _hashed(secret),
            AccountSessionRow.revoked_at.is_(None),
            AccountSessionRow.expires_at > now,
        )
    )


def _end(session: Session, *which: ColumnElement[bool], now: datetime) -> int:
    ended = session.execute(
        update(AccountSessionRow).where(*which, AccountSessionRow.revoked_at.is_(None)).values(revoked_at=now)
    )
    assert isinstance(ended, CursorResult)  # noqa: S101 (for the type checker)
    return ended.rowcount


def _hashed(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
