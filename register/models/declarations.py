"""What suppliers tell: the draft they are writing and the declarations they signed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class DraftRow(Base):
    """One company's unfinished declaration: the answers without the private particulars."""

    __tablename__ = "draft"

    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), primary_key=True)
    #: Counted up by each save, so that two people at once do not overwrite each other in silence.
    version: Mapped[int] = mapped_column()
    #: The answers as JSON (`declarations.draft`), private particulars left out.
    answers: Mapped[str]
    saved_at: Mapped[datetime]
    #: What is being written, as `DeclarationRow.kind`, with its day and reason.
    kind: Mapped[str] = mapped_column(default="declaration", server_default="declaration")
    happened_on: Mapped[date | None]
    why: Mapped[str | None]
    #: The declaration whose mistake is put right, and the one about which a question is answered.
    corrects: Mapped[str | None]
    clarifies: Mapped[str | None]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it so)


class DeclarationRow(Base):
    """A signed declaration: the answers exactly as shown, and what became of it."""

    __tablename__ = "declaration"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Such as UM-2026-000012.
    reference: Mapped[str] = mapped_column(unique=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    #: submitted, in_review, clarification_asked, accepted, rejected, withdrawn (`declarations.life`).
    state: Mapped[str] = mapped_column(index=True)
    answers: Mapped[str]
    #: SHA-256 of the page that was shown and signed, particulars included.
    shown_hash: Mapped[str]
    notice: Mapped[str]
    notice_version: Mapped[str]
    language: Mapped[str]
    ruleset: Mapped[str]
    signed_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    signed_name: Mapped[str]
    signed_capacity: Mapped[str]
    signed_at: Mapped[datetime]
    #: The day the declaration speaks of: `statementDate` of its statements.
    statement_date: Mapped[date]
    consent_to_publish: Mapped[bool]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str | None]
    #: A double click sends the same key and makes one declaration.
    submission_key: Mapped[str] = mapped_column(unique=True)
    #: declaration, change, confirmation, correction or dissolution (`declarations.life`).
    kind: Mapped[str] = mapped_column(default="declaration", server_default="declaration")
    #: The day a change happened, as the supplier says.
    happened_on: Mapped[date | None]
    #: What was wrong, in a correction; public, as the annotation of its statements.
    why: Mapped[str | None]
    #: The declaration whose mistake it puts right.
    corrects: Mapped[str | None]
    #: The declaration whose place it took before that was decided.
    replaces: Mapped[str | None]
    #: When its statements were first public.
    published_at: Mapped[datetime | None]
