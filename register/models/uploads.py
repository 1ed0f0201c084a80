"""Declarations brought in one file: the file itself while it waits, and what came of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class BulkUploadRow(Base):
    """One file of many declarations. It is sealed, and thrown away as soon as it is read."""

    __tablename__ = "bulk_upload"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Random; stands in the address of its page.
    handle: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    file_name: Mapped[str]
    file_hash: Mapped[str]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: waiting, reading, done or refused.
    state: Mapped[str]
    companies: Mapped[int]
    companies_done: Mapped[int]
    #: JSON: faults by sheet, row and column, and what became of each company; never what a cell held.
    told: Mapped[str]
    uploaded_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
