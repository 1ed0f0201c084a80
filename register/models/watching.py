"""Whose owners officers watch, and how owners changed from one working-out to the next."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class WatchRow(Base):
    """That an officer wants to be told when an owner of a company changes."""

    __tablename__ = "watch"
    __table_args__ = (UniqueConstraint("account_id", "company"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    #: The record id of the company; empty: every supplier that holds a contract in force.
    company: Mapped[str] = mapped_column(index=True)
    since: Mapped[datetime]


class OwnerChangeRow(Base):
    """One owner at the upper end of a company's chains who came, or went."""

    __tablename__ = "owner_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: The record id of the company.
    company: Mapped[str] = mapped_column(index=True)
    #: As `kept_owner` has them: key, name, and person or entity.
    owner_key: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    #: came or went.
    turn: Mapped[str]
    found_at: Mapped[datetime] = mapped_column(index=True)
    #: Whether the company held a contract in force on that day.
    contracted: Mapped[bool]
