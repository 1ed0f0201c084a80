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
    #: Who buys, where somebody else conducts the tender, and the ward the work is for.
    department: Mapped[str] = mapped_column(server_default="")
    ward: Mapped[str] = mapped_column(server_default="")
    #: Groups it is reserved for, and first-level classes of its items, with a space between (`ocds.reserved`).
    reserved_for: Mapped[str] = mapped_column(server_default="")
    classes: Mapped[str] = mapped_column(server_default="")


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


class ContractRow(Base):
    """What was signed, and how far it has come."""

    __tablename__ = "contract"

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), index=True)
    contract_id: Mapped[str]
    #: May lead to no award: Makueni's portal points to another form.
    award_id: Mapped[str]
    title: Mapped[str]
    status: Mapped[str]
    signed_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    value: Mapped[Decimal | None]
    currency: Mapped[str | None]
    reserved_for: Mapped[str]
    paid: Mapped[Decimal | None]
    amended: Mapped[int]
    milestones: Mapped[int]
    met: Mapped[int]


class ContractPartRow(Base):
    """Who has a part in a contract without having signed it: payees and subcontractors."""

    __tablename__ = "contract_part"
    __table_args__ = (Index("ix_contract_part_scheme_number", "scheme", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), index=True)
    contract_id: Mapped[str]
    #: subcontractor or payee.
    part: Mapped[str]
    party_id: Mapped[str]
    name: Mapped[str]
    scheme: Mapped[str]
    number: Mapped[str]
    #: Where the release says so, as a JSON pointer.
    pointer: Mapped[str]


class PartyReachRow(Base):
    """How a party of a process may be reached, as the release says. For officers alone."""

    __tablename__ = "party_reach"

    id: Mapped[int] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), index=True)
    party_id: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    address: Mapped[str]
