"""Why something that is open does not stop an award, as officers put it on record."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class GateNoteRow(Base):
    """One officer's reason about one line of the list before the award. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "gate_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid"), index=True)
    #: Which line: listed, declared, on-file, judged, answered.
    item: Mapped[str]
    #: Digest of what was open when the reason was written: it counts no longer once something else is open.
    facts: Mapped[str]
    reason: Mapped[str]
    noted_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    noted_at: Mapped[datetime]
