"""Awards in force as the public asks for them: found by tender code or title, and all of them for the figures."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from register.models.contracts import AwardRow, ProcessRow
from register.ocds.facts import AwardStatus

#: A tender code or a part of a title shorter than this would find almost everything.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One supplier of one award in force. Suppliers who won together share the whole value."""

    ocid: str
    award_id: str
    scheme: str
    number: str
    value: Decimal | None
    currency: str | None
    awarded_on: date | None


def standing(session: Session) -> tuple[AwardLine, ...]:
    """Every award in force, one line a supplier, latest first as in the list of awards."""
    row = AwardRow
    rows = session.execute(
        select(row.ocid, row.award_id, row.scheme, row.number, row.value, row.currency, row.awarded_on)
        .where(_in_force())
        .order_by(row.awarded_on.desc().nulls_last(), row.ocid.asc(), row.id.asc())
    )
    return tuple(AwardLine(*each) for each in rows)


def count(session: Session) -> int:
    """How many lines there are in all, one a supplier of each award in force."""
    return session.scalar(select(func.count()).select_from(AwardRow).where(_in_force())) or 0


def changed_at(session: Session) -> datetime | None:
    """When anything about contracting processes last changed."""
    return session.scalar(select(func.max(ProcessRow.changed_at)))


def ocids_called(session: Session, words: str, limit: int = 20) -> tuple[str, ...]:
    """Awarded processes with this tender code or OCID, then those with the words in their title, latest first."""
    sought = " ".join(words.split())
    if not sought:
        return ()
    code = _coded(sought)
    wanted = or_(code, *_titled(sought)) if len(sought) >= SHORTEST else code
    latest = func.max(AwardRow.awarded_on)
    query = (
        select(ProcessRow.ocid)
        .join(AwardRow, and_(AwardRow.ocid == ProcessRow.ocid, _in_force()))
        .where(wanted)
        .group_by(ProcessRow.ocid)
        .order_by(func.max(case((code, 1), else_=0)).desc(), latest.desc().nulls_last(), ProcessRow.ocid)
    )
    return tuple(session.scalars(query.limit(limit)))


def ocid_with_code(session: Session, words: str) -> str | None:
    """The awarded process with this very tender code or OCID, the one awarded last where several have it."""
    query = (
        select(ProcessRow.ocid)
        .join(AwardRow, and_(AwardRow.ocid == ProcessRow.ocid, _in_force()))
        .where(_coded(" ".join(words.split())))
        .order_by(AwardRow.awarded_on.desc().nulls_last(), ProcessRow.ocid)
    )
    return session.scalars(query.limit(1)).first() if words.strip() else None


def _coded(sought: str) -> ColumnElement[bool]:
    return or_(
        func.lower(ProcessRow.tender_id) == sought.lower(), func.lower(ProcessRow.ocid) == sought.lower()
    )


def _titled(sought: str) -> tuple[ColumnElement[bool], ...]:
    return (
        ProcessRow.title.icontains(sought, autoescape=True),
        AwardRow.title.icontains(sought, autoescape=True),
    )


def _in_force() -> ColumnElement[bool]:
    return and_(AwardRow.status == AwardStatus.ACTIVE, AwardRow.name != "")
