"""Which records a person has decided are one person or company, and which only look alike."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class LikenessRow(Base):
    """Two records that look like one: a question for a registrar, made anew at any time."""

    __tablename__ = "likeness"
    __table_args__ = (UniqueConstraint("kind", "one", "other"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: person or company.
    kind: Mapped[str]
    #: Record ids, or "bidder:<scheme>:<number>" for a bidder without a declaration; `one` comes before `other`.
    one: Mapped[str]
    other: Mapped[str] = mapped_column(index=True)
    #: How alike the names are, 0 to 100.
    score: Mapped[int] = mapped_column(index=True)
    #: Codes of what else speaks for it, parted by spaces.
    reasons: Mapped[str]
    found_at: Mapped[datetime]


class SamenessDecisionRow(Base):
    """That two records are one, are not, or that it was a mistake to say so. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "sameness_decision"
    __table_args__ = (Index("ix_sameness_decision_kind_one_other", "kind", "one", "other"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    one: Mapped[str]
    other: Mapped[str] = mapped_column(index=True)
    #: same, different or undone.
    decision: Mapped[str]
    reason: Mapped[str]
    #: What the registrar saw, and where.
    evidence: Mapped[str]
    #: What the register had said of the two: score and reasons, for those who ask later.
    score: Mapped[int | None]
    reasons: Mapped[str]
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime]


class JoinedIdentityRow(Base):
    """Under which identity another one goes since they were decided to be one person; made anew from the decisions."""

    __tablename__ = "joined_identity"

    identity_id: Mapped[int] = mapped_column(ForeignKey("identity.id"), primary_key=True)
    root_id: Mapped[int] = mapped_column(ForeignKey("identity.id"), index=True)


class CrosswalkRow(Base):
    """Which declared company a number, or a bidder's bare name, was decided to be; made anew from the decisions."""

    __tablename__ = "crosswalk"
    __table_args__ = (UniqueConstraint("scheme", "number", "folded", "subject_record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme: Mapped[str]
    number: Mapped[str]
    #: The folded name of a bidder that has no number; empty otherwise.
    folded: Mapped[str]
    subject_record_id: Mapped[str] = mapped_column(index=True)
