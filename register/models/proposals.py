"""What a member of staff proposes and a second one decides, and what a private answer was shown to whom."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class ProposalRow(Base):
    """Something that no one may do alone. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "proposal"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: protection, redaction, reveal, rules, unmerge.
    kind: Mapped[str] = mapped_column(index=True)
    #: What it bears on: a record's identifier, a setting's name.
    about: Mapped[str] = mapped_column(index=True)
    #: JSON: what would be done, in words and codes; never a private particular.
    what: Mapped[str]
    reason: Mapped[str]
    proposed_by: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    proposed_at: Mapped[datetime]


class ProposalDecisionRow(Base):
    """What became of a proposal: said once, for good. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "proposal_decision"
    __table_args__ = (
        CheckConstraint(
            "outcome NOT IN ('approved', 'refused') OR decided_by <> proposed_by", name="other_eyes"
        ),
    )

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True, autoincrement=False)
    #: approved, refused, withdrawn (by whoever proposed it).
    outcome: Mapped[str]
    reason: Mapped[str]
    #: Copied from the proposal, so that the table itself refuses the same eyes twice.
    proposed_by: Mapped[int]
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime]


class RevealRow(Base):
    """That private answers were opened before somebody's eyes. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "reveal"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    shown_at: Mapped[datetime]
