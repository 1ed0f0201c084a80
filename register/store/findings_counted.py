"""Findings of all tenders counted by rule, department, ward and age, and the list behind each figure. Not public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from register.flags.flag import Severity
from register.models.contracts import ContractRow, ProcessRow
from register.models.findings import FindingRow
from register.store import finding_json
from register.store.finding_json import Found
from register.store.screening_lists import to_answer


class By(StrEnum):
    """By what findings are counted."""

    RULE = "rule"
    DEPARTMENT = "department"
    WARD = "ward"
    AGE = "age"


class Age(StrEnum):
    """For how long a finding has been there."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    OLDER = "older"


#: The most days that each age but the last has.
DAYS = {Age.WEEK: 7, Age.MONTH: 30, Age.QUARTER: 90}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings, of those still found at `now`: those that wait for an answer, or all."""

    now: datetime
    by: Mapping[By, str]
    waiting: bool = False
    #: Only those of tenders reserved for this group; empty for all.
    group: str = ""
    #: Tenders that are kept from whoever asks.
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one rule, department, ward or age: how many findings there are, and how many of them wait for an answer."""

    name: str
    found: int
    waiting: int


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding of the list, with its tender."""

    found: Found
    ocid: str
    title: str
    department: str
    ward: str
    first_seen: datetime
    waits: bool


def counted(session: Session, by: By, now: datetime) -> tuple[Counted, ...]:
    """Count what is still found; what waits most stands first. An age has a line also where nothing is so old."""
    waits = case((to_answer(), 1), else_=0)
    each = (
        select(_column(by, now).label("name"), waits.label("waits"))
        .select_from(FindingRow)
        .join(ProcessRow, ProcessRow.ocid == FindingRow.ocid)
        .where(FindingRow.gone_at.is_(None))
        .subquery()
    )
    rows = session.execute(select(each.c.name, func.count(), func.sum(each.c.waits)).group_by(each.c.name))
    told = [Counted(name, found, waiting or 0) for name, found, waiting in rows]
    if by is By.AGE:
        there = {each.name: each for each in told}
        return tuple(there.get(age.value, Counted(age.value, 0, 0)) for age in Age)
    return tuple(sorted(told, key=lambda each: (-each.waiting, -each.found, each.name)))


def departments(session: Session) -> tuple[str, ...]:
    """Who buys, each once."""
    found = session.scalars(select(department_told()).distinct())
    return tuple(sorted(each for each in found if each))


def count(session: Session, wanted: Wanted) -> int:
    """How many findings there are of those wanted."""
    return session.scalar(_of(wanted, select(func.count()))) or 0


def findings(session: Session, wanted: Wanted, *, limit: int, offset: int) -> tuple[FindingLine, ...]:
    """Some of them, the weightiest first, the oldest of one weight before the newer."""
    weight = case({each.name.lower(): each.value for each in Severity}, value=FindingRow.severity)
    waits = case((to_answer(), 1), else_=0)
    query = _of(wanted, select(FindingRow, ProcessRow.title, department_told(), ProcessRow.ward, waits))
    ordered = query.order_by(waits.desc(), weight, FindingRow.first_seen, FindingRow.fingerprint)
    return tuple(
        FindingLine(
            finding_json.found(row.body), row.ocid, title, department, ward, row.first_seen, bool(waiting)
        )
        for row, title, department, ward, waiting in session.execute(ordered.limit(limit).offset(offset))
    )


def _of(wanted: Wanted, query: Any) -> Any:  # noqa: ANN401 (a select of any columns)
    conditions = [_column(by, wanted.now) == value for by, value in wanted.by.items()]
    if wanted.waiting:
        conditions.append(to_answer())
    if wanted.group:
        conditions.append(reserved(wanted.group))
    if wanted.without:
        conditions.append(ProcessRow.ocid.not_in(wanted.without))
    joined = query.select_from(FindingRow).join(ProcessRow, ProcessRow.ocid == FindingRow.ocid)
    return joined.where(FindingRow.gone_at.is_(None), *conditions)


def _column(by: By, now: datetime) -> ColumnElement[str]:
    if by is By.AGE:
        ages = [
            (FindingRow.first_seen > now - timedelta(days), literal(age.value)) for age, days in DAYS.items()
        ]
        return case(*ages, else_=literal(Age.OLDER.value))
    return {
        By.RULE: FindingRow.code.expression,
        By.DEPARTMENT: department_told(),
        By.WARD: ProcessRow.ward.expression,
    }[by]


def department_told() -> ColumnElement[str]:
    """Who buys: of one buyer's departments, the department; else the buyer."""
    return case((ProcessRow.department != "", ProcessRow.department), else_=ProcessRow.buyer)


def reserved(group: str) -> ColumnElement[bool]:
    """That a process, or a contract of it, is reserved for a group."""

    def names(column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
        return (literal(" ") + column + literal(" ")).contains(f" {group} ", autoescape=True)

    contract = ContractRow
    of_contract = exists().where(contract.ocid == ProcessRow.ocid, names(contract.reserved_for))
    return or_(names(ProcessRow.reserved_for), of_contract)
