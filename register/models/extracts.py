"""What the companies' registry says of a company (CR12): a source of its own, apart from what companies declare."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class RegistryExtractRow(Base):
    """One extract as it was issued on a day. Triggers refuse UPDATE and DELETE: a mistake is entered anew."""

    __tablename__ = "registry_extract"
    __table_args__ = (
        UniqueConstraint("content_hash"),
        Index("ix_registry_extract_scheme_number", "scheme", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme: Mapped[str]
    number: Mapped[str]
    name: Mapped[str]
    #: The name as it is compared (see `store.published_names.fold`).
    folded: Mapped[str] = mapped_column(index=True)
    #: active, dissolved, struck_off, liquidation, dormant or unknown.
    status: Mapped[str]
    extracted_on: Mapped[date]
    #: Who issued it, and how it came here.
    source: Mapped[str]
    #: SHA-256 of all that it says: the same extract twice is one row.
    content_hash: Mapped[str]
    #: The registrar; nobody when a command brought it.
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime]


class ExtractPartyRow(Base):
    """A director or shareholder whom an extract names. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "registry_extract_party"

    id: Mapped[int] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("registry_extract.id"), index=True)
    #: director or shareholder.
    role: Mapped[str]
    name: Mapped[str]
    #: Number of shares held; nothing for a director.
    shares: Mapped[Decimal | None]
    #: The official number of a shareholder that is a company, where the extract gives it.
    number: Mapped[str]


class ExtractGramRow(Base):
    """Which extracts' names contain which three letters: what makes search forgive spelling."""

    __tablename__ = "registry_extract_gram"

    gram: Mapped[str] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("registry_extract.id"), primary_key=True, index=True)
