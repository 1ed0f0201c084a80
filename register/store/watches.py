"""Whose owners an officer watches: single companies, or every supplier that holds a contract in force."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from register.models.companies import CompanyRow
from register.models.watching import WatchRow

#: Stands for every supplier that holds a contract in force.
CONTRACTORS = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """A company by its record id, or CONTRACTORS, and since when it is watched."""

    company: str
    since: datetime


def begin(session: Session, account_id: int, company: str, now: datetime) -> None:
    """Watch; whoever watches already goes on."""
    if not watches(session, account_id, company):
        session.add(WatchRow(account_id=account_id, company=company, since=now))
        session.flush()


def end(session: Session, account_id: int, company: str) -> None:
    """Watch no more."""
    row = WatchRow
    session.execute(delete(row).where(row.account_id == account_id, row.company == company))


def watches(session: Session, account_id: int, company: str) -> bool:
    """Whether this person watches this company, or all contractors."""
    row = WatchRow
    query = select(row.id).where(row.account_id == account_id, row.company == company)
    return session.scalar(query) is not None


def of_account(session: Session, account_id: int) -> tuple[Watch, ...]:
    """Everything that somebody watches, the newest first."""
    row = WatchRow
    rows = session.scalars(select(row).where(row.account_id == account_id).order_by(row.id.desc()))
    return tuple(Watch(each.company, each.since) for each in rows)


def watchers(session: Session, company: str, *, contracted: bool) -> tuple[int, ...]:
    """The accounts that watch a company; and, if it holds a contract, those that watch all contractors."""
    row = WatchRow
    mine = row.company == company
    query = select(row.account_id).where(or_(mine, row.company == CONTRACTORS) if contracted else mine)
    return tuple(session.scalars(query.distinct().order_by(row.account_id)))


def declares(session: Session, record_ids: Collection[str]) -> str:
    """Of the records of one party, that under which the register keeps a company of its own; empty for none."""
    row = CompanyRow.subject_record_id
    return session.scalar(select(row).where(row.in_(record_ids)).order_by(CompanyRow.id).limit(1)) or ""
