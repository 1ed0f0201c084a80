"""Contracting processes in lists: filtered, ordered and paged for officers, and who bids in them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, UnaryExpression, exists, func, not_, or_, select
from sqlalchemy.orm import Session

from register.models.contracts import AwardRow, BidRow, ProcessRow
from register.ocds.facts import AwardStatus
from register.ocds.numbers import plain_number
from register.store.contracts import is_open


class ProcessOrder(StrEnum):
    """How a list of processes is ordered: latest first, or by title; days that are not known come last."""

    CLOSING = "closing"
    AWARDED = "awarded"
    CHANGED = "changed"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ProcessFilter:
    """Which processes are asked for; what is left empty asks for all. Days include both ends.

    `text` is looked for in title, tender number, ocid, buyer, and in bidders' names and numbers. `open`: True for
    what is neither over nor awarded, False for the others.
    """

    text: str = ""
    status: str = ""
    buyer: str = ""
    method: str = ""
    closes_from: date | None = None
    closes_to: date | None = None
    open: bool | None = None


@dataclass(frozen=True, slots=True)
class ProcessSummary:
    """One line of a list of processes. `bidders` and `winners` count parties as the publisher tells them apart."""

    ocid: str
    title: str
    tender_id: str
    buyer: str
    method: str
    status: str
    opens: date | None
    closes: date | None
    awarded_on: date | None
    changed_at: datetime
    bidders: int
    winners: int


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """One page of a list, counted from 1, and how many there are on all pages."""

    processes: tuple[ProcessSummary, ...]
    total: int
    page: int
    per_page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))


@dataclass(frozen=True, slots=True)
class KnownBidder:
    """A company as the releases name it, and in how many processes it bid."""

    scheme: str
    number: str
    name: str
    processes: int


def processes(
    session: Session,
    wanted: ProcessFilter | None = None,
    *,
    page: int = 1,
    per_page: int = 50,
    order: ProcessOrder = ProcessOrder.CLOSING,
) -> ProcessPage:
    """One page of the processes asked for; a page beyond the last is empty."""
    page = max(page, 1)
    conditions = _conditions(wanted or ProcessFilter())
    total = session.scalar(select(func.count()).select_from(ProcessRow).where(*conditions)) or 0
    rows = session.execute(
        select(ProcessRow, _bidders(), _winners())
        .where(*conditions)
        .order_by(*_ordered(order))
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    return ProcessPage(tuple(_summary(*row) for row in rows), total, page, per_page)


def buyers(session: Session) -> tuple[str, ...]:
    """The names of all buyers, to choose from."""
    named = select(ProcessRow.buyer).where(ProcessRow.buyer != "")
    return tuple(session.scalars(named.distinct().order_by(ProcessRow.buyer)))


def bidders_known(session: Session, text: str = "", *, limit: int = 50) -> tuple[KnownBidder, ...]:
    """Companies that bid, by a part of their name or number, busiest first. One told by two names is two lines."""
    times = func.count(BidRow.ocid.distinct())
    query = select(BidRow.scheme, BidRow.number, BidRow.name, times)
    if text:
        query = query.where(_named(text))
    query = query.group_by(BidRow.scheme, BidRow.number, BidRow.name)
    found = session.execute(query.order_by(times.desc(), BidRow.name, BidRow.number).limit(limit))
    return tuple(KnownBidder(*row) for row in found)


def _conditions(wanted: ProcessFilter) -> list[ColumnElement[bool]]:
    exact = (
        (ProcessRow.status, wanted.status),
        (ProcessRow.buyer, wanted.buyer),
        (ProcessRow.method, wanted.method),
    )
    conditions: list[ColumnElement[bool]] = [column == value for column, value in exact if value]
    if wanted.closes_from:
        conditions.append(ProcessRow.closes >= wanted.closes_from)
    if wanted.closes_to:
        conditions.append(ProcessRow.closes <= wanted.closes_to)
    if wanted.open is not None:
        conditions.append(is_open() if wanted.open else not_(is_open()))
    if wanted.text.strip():
        conditions.append(_tells(wanted.text.strip()))
    return conditions


def _tells(text: str) -> ColumnElement[bool]:
    columns = (ProcessRow.title, ProcessRow.tender_id, ProcessRow.ocid, ProcessRow.buyer)
    bidding = exists().where(BidRow.ocid == ProcessRow.ocid, _named(text))
    return or_(*(column.icontains(text, autoescape=True) for column in columns), bidding)


def _named(text: str) -> ColumnElement[bool]:
    return or_(
        BidRow.name.icontains(text, autoescape=True),
        BidRow.number.contains(plain_number("", text), autoescape=True),
    )


def _ordered(order: ProcessOrder) -> tuple[UnaryExpression[Any] | ColumnElement[Any], ...]:
    if order is ProcessOrder.TITLE:
        return func.lower(ProcessRow.title), ProcessRow.ocid.asc()
    column = {
        ProcessOrder.CLOSING: ProcessRow.closes,
        ProcessOrder.AWARDED: ProcessRow.awarded_on,
        ProcessOrder.CHANGED: ProcessRow.changed_at,
    }[order]
    return column.desc().nulls_last(), ProcessRow.ocid.asc()


def _bidders() -> ScalarSelect[int]:
    party = BidRow.party_id + "\x1f" + BidRow.name
    return select(func.count(party.distinct())).where(BidRow.ocid == ProcessRow.ocid).scalar_subquery()


def _winners() -> ScalarSelect[int]:
    party = AwardRow.scheme + "\x1f" + AwardRow.number + "\x1f" + AwardRow.name
    in_force = (AwardRow.ocid == ProcessRow.ocid, AwardRow.status == AwardStatus.ACTIVE, AwardRow.name != "")
    return select(func.count(party.distinct())).where(*in_force).scalar_subquery()


def _summary(row: ProcessRow, bidders: int, winners: int) -> ProcessSummary:
    return ProcessSummary(
        ocid=row.ocid,
        title=row.title,
        tender_id=row.tender_id,
        buyer=row.buyer,
        method=row.method,
        status=row.status,
        opens=row.opens,
        closes=row.closes,
        awarded_on=row.awarded_on,
        changed_at=row.changed_at,
        bidders=bidders,
        winners=winners,
    )
