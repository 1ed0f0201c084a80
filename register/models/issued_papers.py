"""Certificates and annexes as they were issued, word for word."""

from datetime import datetime

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class IssuedPaperRow(Base):
    """One paper about one tender, as it stood when an officer issued it. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "issued_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid"), index=True)
    #: certificate, annex.
    kind: Mapped[str]
    #: The whole paper as JSON; its SHA-256 is the fingerprint, which stands in the audit trail too.
    body: Mapped[str]
    fingerprint: Mapped[str]
    #: The number of the event of the audit trail that tells of it.
    entry: Mapped[int]
    issued_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    issued_at: Mapped[datetime]
    #: Whether it is issued only when somebody else has signed it too.
    needs_second: Mapped[bool] = mapped_column(default=False, server_default=false())


class PaperSignatureRow(Base):
    """The second signature under a paper. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "paper_signature"

    paper_id: Mapped[int] = mapped_column(ForeignKey("issued_paper.id"), primary_key=True)
    #: The number of the event of the audit trail that tells of it.
    entry: Mapped[int]
    signed_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    signed_at: Mapped[datetime]
