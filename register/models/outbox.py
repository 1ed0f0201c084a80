"""Work that a transaction leaves for the worker: mail, SMS, processes whose flags must be asked again."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class OutboxRow(Base):
    """One piece of work: leased, done at least once, harmless when done twice."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_done_at_available_at", "done_at", "available_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: mail, sms, screen.
    kind: Mapped[str]
    #: The same work asked for twice before it is done is one row.
    idempotency_key: Mapped[str] = mapped_column(unique=True)
    #: JSON; for mail and SMS sealed, since it holds contacts and links.
    payload: Mapped[bytes]
    created_at: Mapped[datetime]
    available_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    #: The last failure's kind, no contents.
    failure: Mapped[str | None]
