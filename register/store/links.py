"""Links that work once: to enrol, or for an owner to say "this is me". Only their SHA-256 is kept."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.accounts import OneTimeLinkRow

ENROL = "enrol"
LASTS = timedelta(hours=72)
SECRET_BYTES = 32


class LinkSpentError(RegisterError):
    """The link was used, is too old, was replaced, or never was; which of these is told to nobody."""

    def __init__(self) -> None:
        super().__init__("this link does not work, or no longer works")


def make(session: Session, purpose: str, about: str, *, now: datetime, lasts: timedelta = LASTS) -> str:
    """Make a link about something and return its secret; it is shown once and cannot be found again."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    session.add(
        OneTimeLinkRow(
            secret_hash=_hashed(secret),
            purpose=purpose,
            about=about,
            created_at=now,
            expires_at=now + lasts,
        )
    )
    session.flush()
    return secret


def about(session: Session, secret: str, purpose: str, *, now: datetime) -> str:
    """What a link is about, without using it. Raises LinkSpentError."""
    found = session.scalar(select(OneTimeLinkRow.about).where(*_good(secret, purpose, now)))
    if found is None:
        raise LinkSpentError
    return found


def use(session: Session, secret: str, purpose: str, *, now: datetime) -> str:
    """Use a link up and return what it is about; of two who try at once, one gets LinkSpentError."""
    subject = about(session, secret, purpose, now=now)
    used = session.execute(update(OneTimeLinkRow).where(*_good(secret, purpose, now)).values(used_at=now))
    assert isinstance(used, CursorResult)  # noqa: S101 (for the type checker)
    if used.rowcount != 1:
        raise LinkSpentError
    return subject


def void(session: Session, purpose: str, subject: str, *, now: datetime) -> None:
    """Make all open links about something useless."""
    session.execute(
        update(OneTimeLinkRow)
        .where(
            OneTimeLinkRow.purpose == purpose,
            OneTimeLinkRow.about == subject,
            OneTimeLinkRow.used_at.is_(None),
        )
        .values(used_at=now)
    )


def open_until(
    session: Session, purpose: str, subjects: Iterable[str], *, now: datetime
) -> dict[str, datetime]:
    """Until when there is an open link about each of these; those without one are left out."""
    query = select(OneTimeLinkRow.about, OneTimeLinkRow.expires_at).where(
        OneTimeLinkRow.purpose == purpose,
        OneTimeLinkRow.about.in_(set(subjects)),
        OneTimeLinkRow.used_at.is_(None),
        OneTimeLinkRow.expires_at > now,
    )
    return dict(session.execute(query).all())


def _good(secret: str, purpose: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        OneTimeLinkRow.secret_hash == _hashed(secret),
        OneTimeLinkRow.purpose == purpose,
        OneTimeLinkRow.used_at.is_(None),
        OneTimeLinkRow.expires_at > now,
    )


def _hashed(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
