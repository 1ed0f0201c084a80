"""The audit trail: who did what and when, each entry bound to the one before it by its hash."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class AuditRow(Base):
    """One event. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "audit_event"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    #: "account:<id>", "person" (a one-time link), "clock" (a command) or "public".
    actor: Mapped[str] = mapped_column(index=True)
    action: Mapped[str] = mapped_column(index=True)
    about: Mapped[str] = mapped_column(index=True)
    #: JSON; never a private particular.
    facts: Mapped[str]
    hash: Mapped[str]
