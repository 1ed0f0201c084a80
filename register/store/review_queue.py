"""Declarations as registrars look through them: what each is, how old, by when it is due, found by filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from register.declarations.life import WAITING, Kind, State
from register.models.companies import CompanyRow
from register.models.declarations import DeclarationRow
from register.models.filings import FilingRow
from register.models.life import ClarificationRow, DeclarationMoveRow

#: Of what is decided, only so many of the newest are looked through.
MOST = 2000


class Shown(StrEnum):
    """Which declarations: those nobody decided, or those in one state."""

    WAITING = "waiting"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CLARIFICATION_ASKED = "clarification_asked"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; None and an empty text ask for nothing in particular."""

    shown: Shown = Shown.WAITING
    kind: Kind | None = None
    #: Entered from paper by staff.
    assisted: bool = False
    #: A part of the company's name or number, or of the reference.
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One declaration of the list. `answer_by` is the supplier's day, while a question waits."""

    reference: str
    company: str
    number: str
    kind: Kind
    state: State
    is_first: bool
    assisted: bool
    signed_name: str
    signed_at: datetime
    answer_by: date | None
    #: A registrar has said yes to this correction; a second one must.
    approved_once: bool


def lines(session: Session, wanted: Wanted) -> tuple[Line, ...]:
    """All that is asked for, the oldest first; of what is decided, the newest."""
    row = DeclarationRow
    query = (
        select(row.reference, row.kind, row.state, row.signed_name, row.signed_at, row.company_id)
        .add_columns(CompanyRow.name, CompanyRow.number, FilingRow.paper_id, row.id)
        .join(CompanyRow, CompanyRow.id == row.company_id)
        .outerjoin(FilingRow, FilingRow.reference == row.reference)
        .where(*_conditions(wanted))
    )
    order = row.id if wanted.shown is Shown.WAITING else row.id.desc()
    found = session.execute(query.order_by(order).limit(MOST)).all()
    references = [each.reference for each in found]
    days, approved = _answer_by(session, references), _approved(session, references)
    firsts = _firsts(session)
    return tuple(
        Line(
            reference=each.reference,
            company=each.name,
            number=each.number,
            kind=Kind(each.kind),
            state=State(each.state),
            is_first=firsts.get(each.company_id, each.id) >= each.id,
            assisted=each.paper_id is not None,
            signed_name=each.signed_name,
            signed_at=each.signed_at,
            answer_by=days.get(each.reference) if each.state == State.CLARIFICATION_ASKED else None,
            approved_once=each.reference in approved,
        )
        for each in found
    )


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    row = DeclarationRow
    states = [*map(str, WAITING)] if wanted.shown is Shown.WAITING else [wanted.shown.value]
    conditions: list[ColumnElement[bool]] = [row.state.in_(states)]
    if wanted.kind is not None:
        conditions.append(row.kind == wanted.kind.value)
    if wanted.assisted:
        conditions.append(FilingRow.paper_id.is_not(None))
    if wanted.text:
        sought = wanted.text.lower()
        conditions.append(
            func.lower(CompanyRow.name).contains(sought, autoescape=True)
            | func.lower(CompanyRow.number).contains(sought, autoescape=True)
            | func.lower(row.reference).contains(sought, autoescape=True)
        )
    return conditions


def _answer_by(session: Session, references: list[str]) -> Mapping[str, date]:
    row = ClarificationRow
    waiting = select(row.reference, func.max(row.due_on)).where(row.answered_at.is_(None))
    return {
        reference: day
        for reference, day in session.execute(waiting.group_by(row.reference))
        if reference in set(references)
    }


def _approved(session: Session, references: list[str]) -> frozenset[str]:
    row = DeclarationMoveRow
    query = (
        select(row.reference)
        .join(DeclarationRow, DeclarationRow.reference == row.reference)
        .where(row.move == "approve", DeclarationRow.state.in_([*map(str, WAITING)]))
    )
    return frozenset(session.scalars(query)) & frozenset(references)


def _firsts(session: Session) -> Mapping[int, int]:
    """The number of each company's first accepted declaration, by company."""
    row = DeclarationRow
    query = (
        select(row.company_id, func.min(row.id))
        .where(row.state == State.ACCEPTED.value)
        .group_by(row.company_id)
    )
    return {company: first for company, first in session.execute(query)}  # noqa: C416 - rows are no pairs to a type checker
