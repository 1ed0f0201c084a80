"""Declared persons whose identity number was typed and whom nobody has confirmed: what a registrar may look into."""

from dataclasses import dataclass
from datetime import datetime

import orjson
from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from bods.codelists import RecordStatus
from bods.reading import statement_from
from bods.records import Person
from register.models.companies import CompanyRow
from register.models.people import IdentityClaimRow
from register.models.statements import StatementRow


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """One person record of an accepted declaration, the company that declared it, and since when it waits."""

    record_id: str
    name: str
    company: str
    declaration: str
    claimed_at: datetime


def count(session: Session) -> int:
    """How many there are."""
    return session.scalar(select(func.count()).select_from(_query().subquery())) or 0


def oldest(session: Session, *, limit: int = 25, offset: int = 0) -> tuple[Unconfirmed, ...]:
    """Some of them, those that wait longest first."""
    query = _query().order_by(IdentityClaimRow.claimed_at, IdentityClaimRow.record_id)
    return tuple(_told(*row) for row in session.execute(query.limit(limit).offset(offset)))


def one(session: Session, record_id: str) -> Unconfirmed | None:
    """One of them by its record; None when it is confirmed, gone, or was never accepted."""
    row = session.execute(_query().where(IdentityClaimRow.record_id == record_id)).first()
    return None if row is None else _told(*row)


def _query() -> Select[IdentityClaimRow, str, str]:
    return (
        select(IdentityClaimRow, CompanyRow.name, StatementRow.body)
        .join(CompanyRow, CompanyRow.subject_record_id == IdentityClaimRow.subject_record_id)
        .join(StatementRow, and_(StatementRow.record_id == IdentityClaimRow.record_id, _is_last()))
        .where(
            IdentityClaimRow.confirmed_at.is_(None),
            StatementRow.record_status != RecordStatus.CLOSED.value,
        )
    )


def _is_last() -> ColumnElement[bool]:
    record = IdentityClaimRow.record_id
    last = (
        select(func.max(StatementRow.id)).where(StatementRow.record_id == record).correlate(IdentityClaimRow)
    )
    return StatementRow.id == last.scalar_subquery()


def _told(claim: IdentityClaimRow, company: str, body: str) -> Unconfirmed:
    statement = statement_from(orjson.loads(body))
    names = statement.record.names if isinstance(statement.record, Person) else ()
    return Unconfirmed(
        record_id=claim.record_id,
        name=names[0].full_name if names else "",
        company=company,
        declaration=statement.declaration or "",
        claimed_at=claim.claimed_at,
    )
