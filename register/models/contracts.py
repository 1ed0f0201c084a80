"""What buyers publish: OCDS releases as received, and the contracting processes merged from them."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class ReleaseRow(Base):
    """One release as received; the same content twice is one row."""

    __tablename__ = "release"

    #: SHA-256 of the release's canonical JSON, volatile stamps left out (see `ocds.releases`).
    content_hash: Mapped[str] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(index=True)
    release_id: Mapped[str]
    released_at: Mapped[str]
    body: Mapped[str]
    #: File and place it came from, for people.
    source: Mapped[str]
    imported_at: Mapped[datetime]


class ProcessRow(Base):
    """A contracting process: all its releases merged, and the facts that are searched by."""

    __tablename__ = "process"

    ocid: Mapped[str] = mapped_column(primary_key=True)
    compiled: Mapped[str]
    title: Mapped[str]
    tender_id: Mapped[str] = mapped_column(index=True)
    buyer: Mapped[str] = mapped_column(index=True)
    method: Mapped[str]
    status: Mapped[str]
    opens: Mapped[date | None]
    closes: Mapped[date | None] = mapped_column(index=True)
    awarded_on: Mapped[date | None] = mapped_column(index=True)
    changed_at: Mapped[datetime]


class BidRow(Base):
    """Who bid, under which official number, for how much."""

    __tablename__ = "bid"
    __table_args__ = (Index("ix_bid_scheme_number", "scheme", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    #: Identifier of the party within the process.
    party_id: Mapped[str]
    name: Mapped[str]
    scheme: Mapped[str]
    number: Mapped[str]
    value: Mapped[Decimal | None]
    currency: Mapped[str | None]
    status: Mapped[str]
    submitted_on: Mapped[date | None]


class AwardRow(Base):
    """Who won, one row a supplier of an award."""

    __tablename__ = "award"
    __table_args__ = (Index("ix_award_scheme_number", "scheme", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), index=True)
    award_id: Mapped[str]
    title: Mapped[str]
    name: Mapped[str]
    scheme: Mapped[str]
    number: Mapped[str]
    value: Mapped[Decimal | None]
    currency: Mapped[str | None]
    status: Mapped[str]
    awarded_on: Mapped[date | None] = mapped_column(index=True)
