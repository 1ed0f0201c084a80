"""Addresses under which feeds are read by those who cannot sign in, and what is new for them. Officers' only."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.contracts import ProcessRow
from register.models.feeds import FeedAddressRow
from register.models.findings import FindingRow
from register.models.portfolio_findings import PortfolioFindingRow
from register.screening import context_codes

SECRET_BYTES = 32


class FeedUnknownError(RegisterError):
    """No feed is read at this address, or no longer; which of the two is told to nobody."""

    def __init__(self) -> None:
        super().__init__("no feed is read at this address")


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding by its flag alone; `ocid` and `tender` are empty for one across tenders."""

    fingerprint: str
    code: str
    ocid: str
    tender: str
    at: datetime


def make(session: Session, account_id: int, now: datetime) -> str:
    """Make an address in the place of the one before, and give its secret; it cannot be found again."""
    end(session, account_id)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    session.add(FeedAddressRow(account_id=account_id, secret_hash=_hashed(secret), made_at=now))
    session.flush()
    return secret


def end(session: Session, account_id: int) -> None:
    """From now on nothing is read at somebody's address."""
    session.execute(delete(FeedAddressRow).where(FeedAddressRow.account_id == account_id))


def made_at(session: Session, account_id: int) -> datetime | None:
    """When somebody's address was made; None without one."""
    row = FeedAddressRow
    return session.scalar(select(row.made_at).where(row.account_id == account_id))


def reader(session: Session, secret: str) -> tuple[int, datetime]:
    """Whose address this is, and since when. Raises FeedUnknownError."""
    row = session.scalar(select(FeedAddressRow).where(FeedAddressRow.secret_hash == _hashed(secret)))
    if row is None:
        raise FeedUnknownError
    return row.account_id, row.made_at


def new_findings(
    session: Session, since: datetime, *, but: Collection[str] = (), limit: int
) -> tuple[NewFinding, ...]:
    """The risks first seen since then and still found, newest first; those of the tenders `but` are left out."""
    row, across = FindingRow, PortfolioFindingRow
    query = (
        select(row.fingerprint, row.code, row.ocid, ProcessRow.tender_id, row.first_seen)
        .join(ProcessRow, ProcessRow.ocid == row.ocid)
        .where(row.gone_at.is_(None), row.first_seen >= since, row.code.not_in(sorted(context_codes())))
    )
    if but:
        query = query.where(row.ocid.not_in(sorted(but)))
    found = [
        NewFinding(*each) for each in session.execute(query.order_by(row.first_seen.desc()).limit(limit))
    ]
    beside = (
        select(across.fingerprint, across.code, across.first_seen)
        .where(across.gone_at.is_(None), across.first_seen >= since)
        .order_by(across.first_seen.desc())
        .limit(limit)
    )
    found += [NewFinding(name, code, "", "", at) for name, code, at in session.execute(beside)]
    return tuple(sorted(found, key=lambda each: (each.at, each.fingerprint), reverse=True)[:limit])


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
