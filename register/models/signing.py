"""What was signed, exactly as it was shown, and the share codes by which a buyer may read a declaration."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class SignedPageRow(Base):
    """The very page that was signed, sealed: it holds private particulars of everybody in it."""

    __tablename__ = "signed_page"

    reference: Mapped[str] = mapped_column(ForeignKey("declaration.reference"), primary_key=True)
    #: Empty once somebody on the page was erased; its hash stays with the declaration.
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    removed_at: Mapped[datetime | None]


class BidSnapshotRow(Base):
    """A share code: lets officers read, for one tender, what a company had declared at one moment."""

    __tablename__ = "bid_snapshot"

    #: Keyed hash of the code; the code itself is shown once and kept sealed for the company that made it.
    code_hash: Mapped[str] = mapped_column(primary_key=True)
    code_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    #: The accepted declaration that was the last one at that moment.
    reference: Mapped[str] = mapped_column(ForeignKey("declaration.reference"))
    #: The tender's number as the supplier typed it, folded.
    tender: Mapped[str] = mapped_column(index=True)
    #: Everything that the register had learnt until then is in the snapshot, and nothing later.
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    revoked_at: Mapped[datetime | None]
