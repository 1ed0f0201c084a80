"""Tenders in a list as officers see them: how they stand, how many findings wait for an answer, sorted and paged."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, exists, func, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from register.flags.flag import Severity
from register.models.contracts import BidRow, ProcessRow
from register.models.findings import DecisionRow, FindingRow, ScreeningRow
from register.ocds.facts import BidStatus
from register.ocds.numbers import plain_number
from register.screening import DecisionKind, context_codes
from register.store import finding_json, unmatched
from register.store.contracts import OVER, is_open


class Stage(StrEnum):
    """How far a tender has come: it takes bids, bids are closed, it is awarded."""

    OPEN = "open"
    CLOSED = "closed"
    AWARDED = "awarded"


class Order(StrEnum):
    """By what a list of tenders is ordered."""

    CLOSES = "closes"
    TITLE = "title"
    BUYER = "buyer"
    BIDDERS = "bidders"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tenders, on `today` (a tender is closed the day after its last day), and in which order."""

    today: date
    text: str = ""
    stage: Stage | None = None
    to_answer: bool = False
    order: Order = Order.CLOSES
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One tender of the list. `waiting` counts findings to answer by severity, `unclear` questions that could not be
    judged of every bidder; `asked_at` None: never asked.
    """

    ocid: str
    title: str
    tender_id: str
    buyer: str
    closes: date | None
    awarded_on: date | None
    stage: Stage
    bidders: int
    waiting: dict[Severity, int]
    unclear: int
    asked_at: datetime | None
    #: Bidders and suppliers that belong to no company of the register.
    unmatched: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, counted from 1, and what there is on all pages together."""

    lines: tuple[Line, ...]
    total: int
    with_findings: int
    page: int
    per_page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))


def tenders(session: Session, wanted: Wanted, *, page: int = 1, per_page: int = 25) -> Page:
    """One page of the tenders asked for; a page beyond the last is empty."""
    conditions = _conditions(wanted)
    total = session.scalar(select(func.count()).select_from(ProcessRow).where(*conditions)) or 0
    waits = _some_wait()
    with_findings = (
        session.scalar(select(func.count()).select_from(ProcessRow).where(*conditions, waits)) or 0
    )
    rows = session.execute(
        _with_facts()
        .where(*conditions)
        .order_by(*_ordered(wanted))
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    return Page(_lines(session, rows.all(), wanted.today), total, with_findings, page, per_page)


def lines_of(
    session: Session, ocids: Collection[str], today: date, *, limit: int | None = None
) -> tuple[Line, ...]:
    """These tenders as lines of the list, the one that closed last first; with a limit, the first so many."""
    closing = ProcessRow.closes.desc().nulls_last()
    query = _with_facts().where(ProcessRow.ocid.in_(ocids)).order_by(closing, ProcessRow.ocid)
    rows = session.execute(query.limit(limit))
    return _lines(session, rows.all(), today)


def _with_facts() -> Select[ProcessRow, int, ScreeningRow]:
    return select(ProcessRow, _bidders(), ScreeningRow).outerjoin(
        ScreeningRow, ScreeningRow.ocid == ProcessRow.ocid
    )


def _lines(
    session: Session, rows: Sequence[Row[ProcessRow, int, ScreeningRow]], today: date
) -> tuple[Line, ...]:
    ocids = [row.ocid for row, _, _ in rows]
    waiting, apart = _waiting(session, ocids), unmatched.in_tenders(session, ocids)
    lines = (
        _line(row, bidders, screening, waiting.get(row.ocid, {}), today) for row, bidders, screening in rows
    )
    return tuple(replace(line, unmatched=len(apart.get(line.ocid, ()))) for line in lines)


def to_answer() -> ColumnElement[bool]:
    """That a finding waits: of a risk, still found, and neither dismissed, recused, nor confirmed by two officers.

    The same rule as `screening.standing`, for many findings at once: decisions about other facts do not count.
    """
    last = aliased(DecisionRow)
    after = aliased(DecisionRow)
    first = aliased(DecisionRow)
    between = aliased(DecisionRow)
    is_last = not_(
        exists().where(after.fingerprint == last.fingerprint, after.id > last.id, _counts(after.facts))
    )
    seconded = exists().where(
        first.fingerprint == last.fingerprint,
        first.kind == DecisionKind.CONFIRM.value,
        first.decided_by != last.decided_by,
        first.id < last.id,
        _counts(first.facts),
        not_(
            exists().where(
                between.fingerprint == first.fingerprint,
                between.id > first.id,
                between.kind != DecisionKind.CONFIRM.value,
                _counts(between.facts),
            )
        ),
    )
    answers = or_(
        last.kind.in_((DecisionKind.DISMISS.value, DecisionKind.RECUSE.value)),
        and_(last.kind == DecisionKind.CONFIRM.value, seconded),
    )
    answered = exists().where(
        last.fingerprint == FindingRow.fingerprint, _counts(last.facts), is_last, answers
    )
    risk = FindingRow.code.not_in(sorted(context_codes()))
    return and_(FindingRow.gone_at.is_(None), risk, not_(answered))


def _counts(facts: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """That a decision is about what is found now, as `Decision.speaks_of` says."""
    return or_(FindingRow.facts == "", facts == "", facts == FindingRow.facts)


def _some_wait() -> ColumnElement[bool]:
    return exists().where(FindingRow.ocid == ProcessRow.ocid, to_answer())


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.stage is not None:
        conditions.append(_stands(wanted.stage, wanted.today))
    if wanted.to_answer:
        conditions.append(_some_wait())
    if wanted.text.strip():
        conditions.append(_tells(wanted.text.strip()))
    return conditions


def _stands(stage: Stage, today: date) -> ColumnElement[bool]:
    awarded = ProcessRow.awarded_on.is_not(None)
    takes_bids = and_(is_open(), or_(ProcessRow.closes.is_(None), ProcessRow.closes >= today))
    return {
        Stage.AWARDED: awarded,
        Stage.OPEN: takes_bids,
        Stage.CLOSED: and_(not_(awarded), not_(takes_bids)),
    }[stage]


def _tells(text: str) -> ColumnElement[bool]:
    columns = (ProcessRow.title, ProcessRow.tender_id, ProcessRow.ocid, ProcessRow.buyer)
    bidding = exists().where(
        BidRow.ocid == ProcessRow.ocid,
        or_(
            BidRow.name.icontains(text, autoescape=True),
            BidRow.number.contains(plain_number("", text), autoescape=True),
        ),
    )
    return or_(*(column.icontains(text, autoescape=True) for column in columns), bidding)


def _bidders() -> ScalarSelect[int]:
    return (
        select(func.count(BidRow.party_id.distinct()))
        .where(BidRow.ocid == ProcessRow.ocid, BidRow.status != BidStatus.INVITED.value)
        .scalar_subquery()
    )


def _found() -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(FindingRow)
        .where(FindingRow.ocid == ProcessRow.ocid, to_answer())
        .scalar_subquery()
    )


def _ordered(wanted: Wanted) -> tuple[ColumnElement[Any], ...]:
    column: ColumnElement[Any] = {
        Order.CLOSES: lambda: ProcessRow.closes.expression,
        Order.TITLE: lambda: func.lower(ProcessRow.title),
        Order.BUYER: lambda: func.lower(ProcessRow.buyer),
        Order.BIDDERS: _bidders,
        Order.FINDINGS: _found,
    }[wanted.order]()
    way = column.desc() if wanted.descending else column.asc()
    return way.nulls_last(), ProcessRow.closes.desc().nulls_last(), ProcessRow.ocid.asc()


def _waiting(session: Session, ocids: list[str]) -> dict[str, dict[Severity, int]]:
    query = (
        select(FindingRow.ocid, FindingRow.severity, func.count())
        .where(FindingRow.ocid.in_(ocids), to_answer())
        .group_by(FindingRow.ocid, FindingRow.severity)
    )
    counted: dict[str, dict[Severity, int]] = {}
    for ocid, severity, number in session.execute(query):
        counted.setdefault(ocid, {})[Severity[severity.upper()]] = number
    return counted


def _line(
    row: ProcessRow, bidders: int, screening: ScreeningRow | None, waiting: dict[Severity, int], today: date
) -> Line:
    return Line(
        ocid=row.ocid,
        title=row.title,
        tender_id=row.tender_id,
        buyer=row.buyer,
        closes=row.closes,
        awarded_on=row.awarded_on,
        stage=stage_of(row.status, row.closes, row.awarded_on, today),
        bidders=bidders,
        waiting=waiting,
        unclear=len({each.code for each in finding_json.unclear(screening.unclear)}) if screening else 0,
        asked_at=screening.asked_at if screening else None,
    )


def stage_of(status: str, closes: date | None, awarded_on: date | None, today: date) -> Stage:
    """How far one tender has come on `today`."""
    if awarded_on is not None:
        return Stage.AWARDED
    takes_bids = status not in OVER and (closes is None or closes >= today)
    return Stage.OPEN if takes_bids else Stage.CLOSED
