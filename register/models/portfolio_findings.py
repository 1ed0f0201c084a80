"""What the flags found across tenders, and what people decided about it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class PortfolioFindingRow(Base):
    """One finding across tenders, known by a fingerprint that stays the same when it is found again."""

    __tablename__ = "portfolio_finding"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    #: Whose awards it speaks of; empty when it speaks of several buyers.
    buyer: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    severity: Mapped[str]
    #: The whole finding as JSON, with its proof.
    body: Mapped[str]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    #: When it was no longer found; a finding is never deleted.
    gone_at: Mapped[datetime | None]


class PortfolioDecisionRow(Base):
    """What an officer decided about such a finding, and why. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "portfolio_decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(ForeignKey("portfolio_finding.fingerprint"), index=True)
    #: ask, dismiss, confirm.
    kind: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime]


class PortfolioScreeningRow(Base):
    """The last time the flags across tenders were asked, of how much, and what could not be judged; one row."""

    __tablename__ = "portfolio_screening"

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]
    as_of: Mapped[date]
    awards: Mapped[int]
    suppliers: Mapped[int]
    #: JSON list of what could not be judged and why.
    unclear: Mapped[str]
