"""How many suppliers have a declaration that still stands, and who declared in time. Officers' and auditors' only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Subquery, and_, case, func, literal, select
from sqlalchemy.orm import Session, aliased

from register.declarations.life import STANDING, WAITING, Kind
from register.models.companies import CompanyRow
from register.models.contracts import BidRow
from register.models.declarations import DeclarationRow
from register.models.sameness import CrosswalkRow
from register.ocds.facts import BidStatus


class Stands(StrEnum):
    """How a supplier stands: declared or confirmed lately, longer ago than the law allows, or never."""

    VALID = "valid"
    OLD = "old"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class SupplierLine:
    """One supplier by its official number: in how many tenders it bid, and when its last declaration was signed."""

    scheme: str
    number: str
    name: str
    tenders: int
    stands: Stands
    declared_at: datetime | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change that a company told: the day it happened, and when its declaration was signed."""

    name: str
    number: str
    reference: str
    happened_on: date
    signed_at: datetime


def count_by_standing(session: Session, since: datetime) -> Mapping[Stands, int]:
    """Count the suppliers that bid, by how they stand; a declaration signed before `since` is old."""
    found = _suppliers(since)
    rows = session.execute(select(found.c.stands, func.count()).group_by(found.c.stands))
    counted = {Stands(stands): number for stands, number in rows}
    return {stands: counted.get(stands, 0) for stands in Stands}


def suppliers(
    session: Session, since: datetime, stands: Stands | None, *, limit: int, offset: int
) -> tuple[SupplierLine, ...]:
    """Some suppliers that bid, those in most tenders first."""
    found = _suppliers(since)
    columns = found.c
    query = select(
        columns.scheme, columns.number, columns.name, columns.tenders, columns.stands, columns.declared_at
    )
    if stands is not None:
        query = query.where(columns.stands == stands.value)
    ordered = query.order_by(columns.tenders.desc(), columns.name, columns.number).limit(limit).offset(offset)
    return tuple(
        SupplierLine(scheme, number, name, tenders, Stands(standing), declared_at)
        for scheme, number, name, tenders, standing, declared_at in session.execute(ordered)
    )


def changes_told(session: Session, since: date) -> Iterator[ChangeLine]:
    """Each change that happened since a day and was told, the latest first; one after the other."""
    row = DeclarationRow
    rows = session.execute(
        select(CompanyRow.name, CompanyRow.number, row.reference, row.happened_on, row.signed_at)
        .join(CompanyRow, CompanyRow.id == row.company_id)
        .where(
            row.kind == Kind.CHANGE.value,
            row.happened_on >= since,
            row.state.in_([each.value for each in (*STANDING, *WAITING)]),
        )
        .order_by(row.happened_on.desc(), row.id.desc())
        .execution_options(yield_per=1000)
    )
    return (
        ChangeLine(name, number, reference, happened_on, signed_at)
        for name, number, reference, happened_on, signed_at in rows
        if happened_on is not None
    )


def declared_by(scheme: ColumnElement[str], number: ColumnElement[str]) -> ColumnElement[datetime | None]:
    """When a company first signed a declaration that stands: the one with this number, else one it was joined to.

    Two look-ups by index within another query, however many companies there are.
    """
    row, company, crossed = aliased(DeclarationRow), aliased(CompanyRow), aliased(CrosswalkRow)
    signed = (
        select(func.min(row.signed_at))
        .join(company, company.id == row.company_id)
        .where(row.state.in_([each.value for each in STANDING]), number != "")
    )
    own = signed.where(company.scheme == scheme, company.number == number)
    joined = signed.join(crossed, crossed.subject_record_id == company.subject_record_id).where(
        crossed.scheme == scheme, crossed.number == number
    )
    return func.coalesce(own.scalar_subquery(), joined.scalar_subquery())


def _suppliers(since: datetime) -> Subquery:
    """Every different number that bid, with the last declaration of its company: its own, or one it was joined to."""
    bidding = (
        select(
            BidRow.scheme,
            BidRow.number,
            func.max(BidRow.name).label("name"),
            func.count(BidRow.ocid.distinct()).label("tenders"),
        )
        .where(BidRow.number != "", BidRow.status != BidStatus.INVITED.value)
        .group_by(BidRow.scheme, BidRow.number)
        .subquery()
    )
    last = (
        select(DeclarationRow.company_id, func.max(DeclarationRow.signed_at).label("signed_at"))
        .where(DeclarationRow.state.in_([each.value for each in STANDING]))
        .group_by(DeclarationRow.company_id)
        .subquery()
    )
    own, crossed = aliased(CompanyRow), aliased(CompanyRow)
    joined = (
        select(CrosswalkRow.scheme, CrosswalkRow.number, func.max(crossed.id).label("company_id"))
        .join(crossed, crossed.subject_record_id == CrosswalkRow.subject_record_id)
        .where(CrosswalkRow.number != "")
        .group_by(CrosswalkRow.scheme, CrosswalkRow.number)
        .subquery()
    )
    stands = case(
        (last.c.signed_at >= since, literal(Stands.VALID.value)),
        (last.c.signed_at.is_not(None), literal(Stands.OLD.value)),
        else_=literal(Stands.NEVER.value),
    )
    return (
        select(
            bidding.c.scheme,
            bidding.c.number,
            bidding.c.name,
            bidding.c.tenders,
            stands.label("stands"),
            last.c.signed_at.label("declared_at"),
        )
        .outerjoin(own, and_(own.scheme == bidding.c.scheme, own.number == bidding.c.number))
        .outerjoin(joined, and_(joined.c.scheme == bidding.c.scheme, joined.c.number == bidding.c.number))
        .outerjoin(last, last.c.company_id == func.coalesce(own.id, joined.c.company_id))
        .subquery()
    )
