"""The county's officials and committee members, as lists entered with their source and date."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class OfficialListRow(Base):
    """One list as imported; the newest one is in force."""

    __tablename__ = "official_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    listed_on: Mapped[date]
    source: Mapped[str]
    content_hash: Mapped[str] = mapped_column(unique=True)
    imported_at: Mapped[datetime]


class OfficialRow(Base):
    """One official. The identity document is kept as a keyed hash alone."""

    __tablename__ = "official"

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("official_list.id"), index=True)
    name: Mapped[str]
    role: Mapped[str]
    body: Mapped[str]
    #: The process whose committee they sit on, if it is one process alone.
    ocid: Mapped[str | None] = mapped_column(index=True)
    since: Mapped[date | None]
    until: Mapped[date | None]
    document_hash: Mapped[str | None] = mapped_column(index=True)


class OfficialRelativeRow(Base):
    """Somebody of an official's family, as the official told: name, tie and month of birth sealed, the document hashed."""

    __tablename__ = "official_relative"

    id: Mapped[int] = mapped_column(primary_key=True)
    official_id: Mapped[int] = mapped_column(ForeignKey("official.id"), index=True)
    position: Mapped[int]
    sealed: Mapped[bytes]
    document_hash: Mapped[str | None]
