"""What the public copy leaves out by a decision, and which published texts were replaced for it."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class WithheldRow(Base):
    """How a record stands in public from a moment on; the newest row counts. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "withheld"

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(index=True)
    #: protected, redacted: withheld; refused, ended: named again.
    standing: Mapped[str]
    #: A code of the standard's list of reasons, and words beside it; both are published.
    reason: Mapped[str]
    words: Mapped[str]
    #: The proposal that was approved.
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    at: Mapped[datetime]


class RedactionRow(Base):
    """An entry of the public log: the text and the salt of an earlier one were replaced. Triggers refuse changes.

    The earlier entry keeps its leaf; this one's leaf is that of the text that stands in its place now.
    """

    __tablename__ = "redaction"

    #: In one series with the published statements: the log has no gap.
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    published_sequence: Mapped[int] = mapped_column(ForeignKey("published.sequence"), index=True)
    statement_id: Mapped[str] = mapped_column(index=True)
    redacted_at: Mapped[datetime]
    leaf_hash: Mapped[bytes] = mapped_column(LargeBinary)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
