"""The owners of every declared company as known today, worked out once and kept; officers' only."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class OwnerGenerationRow(Base):
    """One working-out of the whole register. Readers see the newest that is finished, and no other."""

    __tablename__ = "owner_generation"

    id: Mapped[int] = mapped_column(primary_key=True)
    begun_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class KeptCompanyRow(Base):
    """That the owners of a company were worked out, for which day and when; also when it has none."""

    __tablename__ = "kept_company"

    generation_id: Mapped[int] = mapped_column(ForeignKey("owner_generation.id"), primary_key=True)
    #: The record id of the company in its own declarations.
    company: Mapped[str] = mapped_column(primary_key=True)
    as_of: Mapped[date]
    kept_at: Mapped[datetime]


class KeptOwnerRow(Base):
    """One owner of one company, all chains together."""

    __tablename__ = "kept_owner"
    __table_args__ = (Index("ix_kept_owner_generation_id_owner_key", "generation_id", "owner_key"),)

    generation_id: Mapped[int] = mapped_column(ForeignKey("owner_generation.id"), primary_key=True)
    company: Mapped[str] = mapped_column(primary_key=True)
    owner_key: Mapped[str] = mapped_column(primary_key=True)
    #: person, entity.
    kind: Mapped[str]
    name: Mapped[str]
    #: Economic interest in percent; empty when there is none, only control.
    low: Mapped[Decimal | None]
    high: Mapped[Decimal | None]
    low_excluded: Mapped[bool]
    high_excluded: Mapped[bool]
    #: The ways of control, with spaces between.
    ways: Mapped[str]
    #: Surely an owner; else only perhaps.
    does: Mapped[bool]
    #: At the upper end of the chains; else on the way.
    ultimate: Mapped[bool]
