"""Prove the second factor of staff: a one-time code, after the passphrase."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.sign_in import Entrance
from register.exceptions import RegisterError
from register.store import accounts, audit, codes, sessions, throttles
from register.store.accounts import Account

#: Wrong codes after which one starts over with the passphrase.
TRIES_OF_SESSION = 5
#: Wrong codes an hour for one account, over all its sessions.
TRIES_OF_ACCOUNT = 20


class NotHalfWayError(RegisterError):
    """No passphrase was given lately in this browser, or the time for the code is over: start with the passphrase."""

    def __init__(self) -> None:
        super().__init__("the passphrase must be given first")


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """What came of a code: an entrance, or not; `start_over` says that this browser must begin again."""

    entrance: Entrance | None
    start_over: bool = False
    #: Codes for the day the phone is lost, shown once at the end of an enrolment.
    on_paper: tuple[str, ...] = field(default=(), repr=False)


def half_way(session: Session, secret: str, *, now: datetime, enrolled: bool) -> Account:
    """Whose code is awaited in this browser: of someone `enrolled`, or of someone who is enrolling now.

    Raises NotHalfWayError.
    """
    account_id = sessions.half_way(session, secret, now=now)
    account = accounts.account(session, account_id) if account_id is not None else None
    if account is None or account.active is not enrolled:
        raise NotHalfWayError
    return account


def prove_code(session: Session, secret: str, typed: str, *, browser: str, now: datetime) -> CodeAnswer:
    """Turn a half-way session into a whole one under a new secret. Commit whatever comes of it.

    Raises NotHalfWayError.
    """
    account = half_way(session, secret, now=now, enrolled=True)

    good = is_good(session, account, secret, typed, now=now)
    if not good:
        return refused(session, account, secret, now=now)

    entrance = whole(session, account, secret, browser=browser, now=now)
    audit.record(session, actor=account.actor, action="signed in", about=account.actor, at=now)
    return CodeAnswer(entrance)


def is_good(session: Session, account: Account, secret: str, typed: str, *, now: datetime) -> bool:
    """Count the try; then whether the code is right and was never used."""
    if not may_try(session, account, secret, now=now):
        return False
    key = accounts.code_secret(session, account.id)
    step = codes.step_of(key, typed, now=now) if key else None
    return step is not None and accounts.use_step(session, account.id, step)


def may_try(session: Session, account: Account, secret: str, *, now: datetime) -> bool:
    """Count a try at the second factor, whatever kind it is; False when there were too many."""
    of_session = throttles.count(session, "code", secret, now=now)
    of_account = throttles.count(session, "codes", account.actor, now=now)
    return of_session <= TRIES_OF_SESSION and of_account <= TRIES_OF_ACCOUNT


def refused(session: Session, account: Account, secret: str, *, now: datetime) -> CodeAnswer:
    """Note a wrong code; after too many the half-way session ends."""
    audit.record(session, actor="public", action="code refused", about=account.actor, at=now)
    start_over = throttles.tries(session, "code", secret, now=now) >= TRIES_OF_SESSION
    if start_over:
        sessions.end(session, secret, now=now)
    return CodeAnswer(None, start_over)


def whole(session: Session, account: Account, secret: str, *, browser: str, now: datetime) -> Entrance:
    """End the half-way session and begin a whole one under a new secret; when the passphrase was given stays known."""
    given = sessions.proved_at(session, secret, now=now)
    sessions.end(session, secret, now=now)
    throttles.clear(session, "code", secret)
    throttles.clear(session, "codes", account.actor)
    fresh = sessions.start(
        session, account.id, account.role, complete=True, browser=browser, now=now, proved_at=given
    )
    return Entrance(fresh, account.role, complete=True)
