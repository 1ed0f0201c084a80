"""Who sits on the committees of a tender, and what each member declared about conflicts of their own."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class CommitteeMemberRow(Base):
    """One seat on a committee of one tender. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "committee_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid"), index=True)
    #: opening, evaluation.
    committee: Mapped[str]
    #: chair, member, secretary.
    seat: Mapped[str]
    name: Mapped[str]
    #: None: somebody without an account, who declares on paper.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    #: Keyed hash of the identity document, where it was told.
    document_hash: Mapped[str | None]
    appointed_on: Mapped[date]
    until: Mapped[date | None]
    named_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    named_at: Mapped[datetime]


class CommitteeEndRow(Base):
    """That somebody's appointment ended. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "committee_end"

    member_id: Mapped[int] = mapped_column(ForeignKey("committee_member.id"), primary_key=True)
    ended_on: Mapped[date]
    ended_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    ended_at: Mapped[datetime]


class ConflictDeclarationRow(Base):
    """What one member declared; the last one of each step counts. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "conflict_declaration"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("committee_member.id"), index=True)
    #: before: before the bidders were shown; seen: knowing the bidders and their owners.
    step: Mapped[str]
    conflict: Mapped[bool]
    #: The very words that were signed.
    signed: Mapped[str]
    language: Mapped[str]
    #: Digest of who bid when it was signed; empty before the bidders were shown.
    bidders: Mapped[str]
    #: Keyed hash of what was said of the conflict, which is kept apart; None when there is none.
    words_hash: Mapped[str | None]
    declared_on: Mapped[date]
    on_paper: Mapped[bool]
    #: The member, or the officer who entered a declaration on paper.
    entered_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime]


class ConflictWordsRow(Base):
    """Of what kind a conflict is, and what the member said of it: sealed, and sealed anew when the key changes."""

    __tablename__ = "conflict_words"

    declaration_id: Mapped[int] = mapped_column(ForeignKey("conflict_declaration.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
