"""What registrars found when they compared a paper with what was declared."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class EvidenceCheckRow(Base):
    """One look at one paper; the newest counts. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "evidence_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), index=True)
    #: matches, differs.
    outcome: Mapped[str]
    #: What was compared; no private particular.
    words: Mapped[str]
    checked_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    checked_at: Mapped[datetime]
