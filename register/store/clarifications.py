"""Questions of registrars about declarations, the day by which each is to be answered, and the answers. Sealed at rest."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.life import ClarificationRow
from register.store.engine import vault_of


@dataclass(frozen=True, slots=True, repr=False)
class Clarification:
    """One question and, once given, its answer. `due_on` is the last day to answer, where the register is.

    `answered_with` is the declaration that was signed as the answer, where more than words changed.
    """

    id: int
    reference: str
    question: str
    asked_by: int
    asked_at: datetime
    due_on: date
    answer: str | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None
    answered_with: str | None = None
    lapsed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the supplier has not answered; past its day, a question can still be answered late."""
        return self.answered_at is None


class NothingAskedError(RegisterError):
    """No question about this declaration waits for an answer."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"no question about declaration {reference} waits for an answer")


def ask(
    session: Session, reference: str, question: str, *, by: int, now: datetime, due_on: date
) -> Clarification:
    """Keep a question about a declaration."""
    place = _place(reference, "question")
    row = ClarificationRow(
        reference=reference,
        question=vault_of(session).seal(question.encode(), place),
        asked_by=by,
        asked_at=now,
        due_on=due_on,
    )
    session.add(row)
    session.flush()
    return _clarification(session, row)


def of(session: Session, reference: str) -> tuple[Clarification, ...]:
    """All questions about a declaration, the oldest first."""
    rows = session.scalars(
        select(ClarificationRow)
        .where(ClarificationRow.reference == reference)
        .order_by(ClarificationRow.id)
        .execution_options(populate_existing=True)
    )
    return tuple(_clarification(session, row) for row in rows)


def unanswered(session: Session, reference: str) -> Clarification | None:
    """The question about a declaration that waits for an answer, if any."""
    return next((each for each in reversed(of(session, reference)) if each.is_open), None)


def past_due(session: Session, today: date) -> tuple[Clarification, ...]:
    """Questions whose day is over, unanswered, that the clock has not closed yet; the oldest first."""
    rows = session.scalars(
        select(ClarificationRow)
        .where(
            ClarificationRow.due_on < today,
            ClarificationRow.answered_at.is_(None),
            ClarificationRow.lapsed_at.is_(None),
        )
        .order_by(ClarificationRow.id)
    )
    return tuple(_clarification(session, row) for row in rows)


def running(session: Session) -> tuple[Clarification, ...]:
    """Questions that wait for an answer and whose clock runs."""
    rows = session.scalars(
        select(ClarificationRow)
        .where(ClarificationRow.answered_at.is_(None), ClarificationRow.lapsed_at.is_(None))
        .order_by(ClarificationRow.id)
    )
    return tuple(_clarification(session, row) for row in rows)


def answer(
    session: Session, reference: str, words: str, *, by: int, now: datetime, answered_with: str | None = None
) -> Clarification:
    """Keep the answer to the question that waits. Raises NothingAskedError."""
    row = _waiting(session, reference)
    row.answer = vault_of(session).seal(words.encode(), _place(reference, "answer"))
    row.answered_by, row.answered_at, row.answered_with = by, now, answered_with
    session.flush()
    return _clarification(session, row)


def lapse(session: Session, reference: str, now: datetime) -> None:
    """Keep that the day of the question that waits is over. Raises NothingAskedError."""
    _waiting(session, reference).lapsed_at = now
    session.flush()


def _waiting(session: Session, reference: str) -> ClarificationRow:
    row = session.scalars(
        select(ClarificationRow)
        .where(ClarificationRow.reference == reference, ClarificationRow.answered_at.is_(None))
        .order_by(ClarificationRow.id.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NothingAskedError(reference)
    return row


def _place(reference: str, column: str) -> str:
    return f"clarification|{column}|{reference}"


def _clarification(session: Session, row: ClarificationRow) -> Clarification:
    vault = vault_of(session)
    return Clarification(
        id=row.id,
        reference=row.reference,
        question=vault.unseal(row.question, _place(row.reference, "question")).decode()
        if row.question
        else "",
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        due_on=row.due_on,
        answer=vault.unseal(row.answer, _place(row.reference, "answer")).decode() if row.answer else None,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        answered_with=row.answered_with,
        lapsed_at=row.lapsed_at,
    )
