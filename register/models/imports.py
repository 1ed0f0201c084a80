"""Each run that imported contracts: who, when, from where, what it changed, and what was faulty."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class ContractImportRow(Base):
    """One run, and how far it is. A file that was sent is sealed, and thrown away as soon as it is read."""

    __tablename__ = "contract_import"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: page, command or portal.
    way: Mapped[str]
    #: Names of files, or the address of a portal.
    source: Mapped[str]
    #: None when the command line did it.
    by_account: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    #: waiting, reading, done.
    state: Mapped[str]
    began_at: Mapped[datetime]
    #: The last sign of life.
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    #: Bytes of the file; None for what is read from elsewhere.
    size: Mapped[int | None]
    bytes_read: Mapped[int]
    #: Releases met so far: from there it is gone on with.
    position: Mapped[int]
    processes: Mapped[int]
    #: Releases with new content, and faults, also those that are not kept.
    releases: Mapped[int]
    faults: Mapped[int]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class ContractImportProcessRow(Base):
    """A contracting process that a run brought or changed; written with the change itself."""

    __tablename__ = "contract_import_process"

    import_id: Mapped[int] = mapped_column(ForeignKey("contract_import.id"), primary_key=True)
    ocid: Mapped[str] = mapped_column(primary_key=True, index=True)
    #: new or changed.
    outcome: Mapped[str]


class ContractImportFaultRow(Base):
    """One fault of a run, by its place."""

    __tablename__ = "contract_import_fault"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("contract_import.id"), index=True)
    file: Mapped[str]
    place: Mapped[str]
    sentence: Mapped[str]
