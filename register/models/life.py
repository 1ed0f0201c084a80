"""What happens to a declaration after it is signed: its moves, questions about it, and reminders of days to come."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class DeclarationMoveRow(Base):
    """One step in the life of a declaration. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "declaration_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(ForeignKey("declaration.reference"), index=True)
    at: Mapped[datetime]
    #: submit, take, ask, answer, lapse, approve, accept, publish, reject, withdraw, replace.
    move: Mapped[str]
    #: The state it led to.
    state: Mapped[str]
    #: supplier, registrar or register: as what the move was made.
    mover: Mapped[str]
    #: None for the register itself.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str | None]


class ClarificationRow(Base):
    """A registrar's question about a declaration, its clock, and the answer. The words are sealed."""

    __tablename__ = "clarification"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(ForeignKey("declaration.reference"), index=True)
    question: Mapped[bytes] = mapped_column(LargeBinary)
    asked_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked_at: Mapped[datetime]
    #: The last day to answer, in the jurisdiction.
    due_on: Mapped[date] = mapped_column(index=True)
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None]
    #: The declaration that was signed as the answer, where more than words changed.
    answered_with: Mapped[str | None]
    #: When the clock ran out without an answer.
    lapsed_at: Mapped[datetime | None]


class ReminderRow(Base):
    """That a reminder was left for the worker: each goes out once."""

    __tablename__ = "reminder"

    #: What is due, of what, when, and how many days before: "confirm|12|2026-03-02|30".
    key: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    #: confirm, change or clarification.
    kind: Mapped[str]
    due_on: Mapped[date]
    left_at: Mapped[datetime]
