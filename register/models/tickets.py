"""What somebody tells the register about what stands in it: a dispute by a named owner, a challenge by the public."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class TicketRow(Base):
    """One matter somebody raised, until a registrar closes it. What they wrote and where to reach them is sealed."""

    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Such as T-2026-000003.
    reference: Mapped[str] = mapped_column(unique=True)
    #: owner_disputed, or what other doors raise.
    kind: Mapped[str] = mapped_column(index=True)
    #: open, taken, closed.
    state: Mapped[str] = mapped_column(index=True)
    #: What it is about: a record id, a statement id, or a declaration's reference.
    about: Mapped[str] = mapped_column(index=True)
    #: BODS recordId of the company in whose network that stands.
    subject_record_id: Mapped[str | None] = mapped_column(index=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    contact: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: "person" (a one-time link), "public", or "account:<id>".
    opened_by: Mapped[str]
    opened_at: Mapped[datetime]
    due_on: Mapped[date | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    #: upheld, not_upheld or no_action: what came of it.
    outcome: Mapped[str | None]
    closing_words: Mapped[bytes | None] = mapped_column(LargeBinary)
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    closed_at: Mapped[datetime | None]
