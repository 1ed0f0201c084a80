"""Thresholds and deadlines that staff changed, each from a day on."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class RuleChangeRow(Base):
    """One setting's new value, in force from a day on. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "rule_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Its name in `jurisdictions`, such as "owner_threshold".
    setting: Mapped[str]
    #: As written in the place's file.
    value: Mapped[str]
    from_day: Mapped[date] = mapped_column(index=True)
    #: The law or decision it rests on, for the public.
    source: Mapped[str]
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), unique=True)
    approved_at: Mapped[datetime]
