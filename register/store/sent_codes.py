"""Six digits sent to an address or number: good for ten minutes, once, and in the browser that asked for them."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

import orjson
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.contacts import OneTimeCodeRow
from register.store.contacts import Contact, ContactKind
from register.store.engine import vault_of

LASTS = timedelta(minutes=10)
#: How long there is for what comes after the right code.
LASTS_PROVED = timedelta(minutes=30)
MOST_TRIES = 5
DIGITS = 6
SECRET_BYTES = 32
#: Requests older than this are of no use to anyone.
KEPT = timedelta(days=1)


class Purpose(StrEnum):
    """What is done once a code proved the contact."""

    REGISTER = "register"
    PASSPHRASE = "passphrase"  # noqa: S105 (the word, not one)
    CONTACT = "contact"


class CodeSpentError(RegisterError):
    """There is no such request any more: used, too old, or too many wrong codes. Which of these is told to nobody."""

    def __init__(self) -> None:
        super().__init__("this code cannot be entered any more")


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """What a browser asked a code for. `name` is what the person who registers typed."""

    purpose: Purpose
    account_id: int | None
    contact: Contact
    name: str
    language: str
    proved: bool


def new_code() -> str:
    """Six digits at random."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def ask(session: Session, asked: Asked, code: str | None, *, now: datetime) -> str:
    """Remember a request and return its secret, for the asking browser only.

    With no code nothing that is typed will ever be right: so unknown and known contacts look alike.
    """
    secret = secrets.token_urlsafe(SECRET_BYTES)
    key = _hashed(secret)
    told = {
        "kind": asked.contact.kind,
        "value": asked.contact.value,
        "name": asked.name,
        "language": asked.language,
    }
    session.add(
        OneTimeCodeRow(
            request_hash=key,
            purpose=asked.purpose,
            account_id=asked.account_id,
            sealed=vault_of(session).seal(orjson.dumps(told), _place(key)),
            code_hash=_code_hash(session, key, code or secrets.token_hex(SECRET_BYTES)),
            created_at=now,
            expires_at=now + (LASTS_PROVED if asked.proved else LASTS),
            tries=0,
            proved_at=now if asked.proved else None,
        )
    )
    session.flush()
    return secret


def asked(session: Session, secret: str, *, now: datetime) -> Asked:
    """What this browser asked for, without changing anything. Raises CodeSpentError."""
    row = session.scalars(select(OneTimeCodeRow).where(*_open(secret, now))).first()
    if row is None:
        raise CodeSpentError
    told = orjson.loads(vault_of(session).unseal(row.sealed, _place(row.request_hash)))
    return Asked(
        Purpose(row.purpose),
        row.account_id,
        Contact(ContactKind(told["kind"]), told["value"]),
        told["name"],
        told["language"],
        row.proved_at is not None,
    )


def prove(session: Session, secret: str, typed: str, *, now: datetime) -> bool:
    """Count the try, then say whether this is the code that was sent. Commit whatever comes of it.

    Raises CodeSpentError when it was proved already, is too old, or was tried too often.
    """
    unproved = (*_open(secret, now), OneTimeCodeRow.proved_at.is_(None), OneTimeCodeRow.tries < MOST_TRIES)
    counted = session.execute(update(OneTimeCodeRow).where(*unproved).values(tries=OneTimeCodeRow.tries + 1))
    if _rows(counted) != 1:
        raise CodeSpentError
    key = _hashed(secret)
    kept = session.scalar(select(OneTimeCodeRow.code_hash).where(OneTimeCodeRow.request_hash == key)) or ""
    if not hmac.compare_digest(kept, _code_hash(session, key, "".join(typed.split()))):
        return False
    session.execute(
        update(OneTimeCodeRow).where(*_open(secret, now)).values(proved_at=now, expires_at=now + LASTS_PROVED)
    )
    return True


def may_try(session: Session, secret: str, *, now: datetime) -> bool:
    """Whether another code may be entered in this browser."""
    query = select(OneTimeCodeRow.tries).where(*_open(secret, now), OneTimeCodeRow.proved_at.is_(None))
    tries = session.scalar(query)
    return tries is not None and tries < MOST_TRIES


def use(session: Session, secret: str, *, now: datetime) -> Asked:
    """Use up a request whose code was right; of two who try at once, one gets CodeSpentError."""
    found = asked(session, secret, now=now)
    proved = (*_open(secret, now), OneTimeCodeRow.proved_at.is_not(None))
    used = session.execute(update(OneTimeCodeRow).where(*proved).values(used_at=now))
    if _rows(used) != 1:
        raise CodeSpentError
    return found


def drop(session: Session, secret: str) -> None:
    """Forget a request: the browser asks for something else now."""
    session.execute(delete(OneTimeCodeRow).where(OneTimeCodeRow.request_hash == _hashed(secret)))


def void(session: Session, account_id: int) -> None:
    """Make all codes asked for an account useless."""
    session.execute(delete(OneTimeCodeRow).where(OneTimeCodeRow.account_id == account_id))


def forget_old(session: Session, *, now: datetime) -> None:
    """Drop requests that are over."""
    session.execute(delete(OneTimeCodeRow).where(OneTimeCodeRow.expires_at < now - KEPT))


def _open(secret: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        OneTimeCodeRow.request_hash == _hashed(secret),
        OneTimeCodeRow.used_at.is_(None),
        OneTimeCodeRow.expires_at > now,
    )


def _rows(done: object) -> int:
    assert isinstance(done, CursorResult)  # noqa: S101 (for the type checker)
    return done.rowcount


def _code_hash(session: Session, request_hash: str, code: str) -> str:
    return vault_of(session).blind("sent code", request_hash, code)


def _hashed(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _place(request_hash: str) -> str:
    return f"one_time_code|sealed|{request_hash}"
