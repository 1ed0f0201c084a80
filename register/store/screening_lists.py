"""Tenders in a list as officers see them: how they stand, how many findings wait for an answer, sorted and paged."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, case, exists, func, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from register.flags.flag import Severity
from register.models.contracts import BidRow, ProcessRow
from register.models.findings import DecisionRow, FindingRow, ScreeningRow
from register.ocds.facts import BidStatus
from register.ocds.numbers import plain_number
from register.screening import DecisionKind, context_codes
from register.store import finding_json, unmatched
from register.store.tender_stages import Stage, signed, stage_of, stage_told


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
    #: Only those in which this flag finds something now.
    flag: str = ""
    to_answer: bool = False
    #: Tenders that are kept from whoever asks.
    without: frozenset[str] = frozenset()
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
class Counted:
    """So many tenders, and how many of them have findings to answer."""

    total: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, counted from 1, and what there is on all pages together. `stages` leaves the filter by stage out."""

    lines: tuple[Line, ...]
    total: int
    with_findings: int
    page: int
    per_page: int
    stages: Mapping[Stage, Counted]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))


def tenders(session: Session, wanted: Wanted, *, page: int = 1, per_page: int = 25) -> Page:
    """One page of the tenders asked for; a page beyond the last is empty."""
    conditions = _conditions(wanted)
    stages = _by_stage(session, replace(wanted, stage=None))
    counted = [stages[wanted.stage]] if wanted.stage else [*stages.values()]
    rows = session.execute(
        _with_facts()
        .where(*conditions)
        .order_by(*_ordered(wanted))
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    total, waiting = sum(each.total for each in counted), sum(each.waiting for each in counted)
    return Page(_lines(session, rows.all(), wanted.today), total, waiting, page, per_page, stages)


def _by_stage(session: Session, wanted: Wanted) -> Mapping[Stage, Counted]:
    """How many tenders of those asked for there are at each stage."""
    told = (
        select(stage_told(wanted.today).label("stage"), case((_some_wait(), 1)).label("waits"))
        .select_from(ProcessRow)
        .where(*_conditions(wanted))
        .subquery()
    )
    query = select(told.c.stage, func.count(), func.count(told.c.waits)).group_by(told.c.stage)
    found = {Stage(stage): Counted(total, waiting) for stage, total, waiting in session.execute(query)}
    return {stage: found.get(stage, Counted()) for stage in Stage}


def lines_of(
    session: Session, ocids: Collection[str], today: date, *, limit: int | None = None
) -> tuple[Line, ...]:
    """These tenders as lines of the list, the one that closed last first; with a limit, the first so many."""
    closing = ProcessRow.closes.desc().nulls_last()
    query = _with_facts().where(ProcessRow.ocid.in_(ocids)).order_by(closing, ProcessRow.ocid)
    rows = session.execute(query.limit(limit))
    return _lines(session, rows.all(), today)


def _with_facts() -> Select[ProcessRow, int, ScreeningRow, bool]:
    return select(ProcessRow, _bidders(), ScreeningRow, signed()).outerjoin(
        ScreeningRow, ScreeningRow.ocid == ProcessRow.ocid
    )


def _lines(
    session: Session, rows: Sequence[Row[ProcessRow, int, ScreeningRow, bool]], today: date
) -> tuple[Line, ...]:
    ocids = [row.ocid for row, _, _, _ in rows]
    waiting, apart = _waiting(session, ocids), unmatched.in_tenders(session, ocids)
    lines = (
        _line(row, bidders, screening, waiting.get(row.ocid, {}), _stage(row, today, contract=contract))
        for row, bidders, screening, contract in rows
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


def _finds(flag: str) -> ColumnElement[bool]:
    row = FindingRow
    return exists().where(row.ocid == ProcessRow.ocid, row.code == flag, row.gone_at.is_(None))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.without:
        conditions.append(ProcessRow.ocid.not_in(wanted.without))
    if wanted.stage is not None:
        conditions.append(stage_told(wanted.today) == wanted.stage.value)
    if wanted.flag:
        conditions.append(_finds(wanted.flag))
    if wanted.to_answer:
        conditions.append(_some_wait())
    if wanted.text.strip():
        conditions.append(_tells(wanted.text.strip()))
    return conditions


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
    row: ProcessRow, bidders: int, screening: ScreeningRow | None, waiting: dict[Severity, int], stage: Stage
) -> Line:
    return Line(
        ocid=row.ocid,
        title=row.title,
        tender_id=row.tender_id,
        buyer=row.buyer,
        closes=row.closes,
        awarded_on=row.awarded_on,
        stage=stage,
        bidders=bidders,
        waiting=waiting,
        unclear=len({each.code for each in finding_json.unclear(screening.unclear)}) if screening else 0,
        asked_at=screening.asked_at if screening else None,
    )


def _stage(row: ProcessRow, today: date, *, contract: bool) -> Stage:
    return stage_of(row.status, row.closes, row.awarded_on, today, signed=bool(contract))
