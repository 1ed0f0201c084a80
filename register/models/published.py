"""The public copy: the very bytes the world downloads, each with its number, salt and leaf hash for the log."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class PublishedRow(Base):
    """One published statement. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "published"

    #: 1, 2, 3 ... without a gap: the order of the public log.
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    statement_id: Mapped[str] = mapped_column(unique=True)
    record_id: Mapped[str] = mapped_column(index=True)
    record_type: Mapped[str]
    record_status: Mapped[str]
    declaration_subject: Mapped[str] = mapped_column(index=True)
    declaration: Mapped[str] = mapped_column(index=True)
    statement_date: Mapped[date]
    published_at: Mapped[datetime]
    #: One line of UTF-8 JSON.
    text: Mapped[bytes] = mapped_column(LargeBinary)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    #: SHA-256(0x00 || SHA-256(salt || text)).
    leaf_hash: Mapped[bytes] = mapped_column(LargeBinary)


class PublishedNameRow(Base):
    """A name in the public copy, folded for searching; made anew from the published statements at any time."""

    __tablename__ = "published_name"
    __table_args__ = (Index("ix_published_name_record_id_folded", "record_id", "folded", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str]
    #: "entity" or "person".
    kind: Mapped[str]
    #: The record whose page shows it: the company itself, or the company in whose declaration it stands.
    declaration_subject: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    #: Lower case, no accents, no apostrophes, company forms shortened.
    folded: Mapped[str] = mapped_column(index=True)
    #: An official number, or the register's own identifier of a confirmed person.
    identifier: Mapped[str | None] = mapped_column(index=True)


class PublishedGramRow(Base):
    """Which names contain which three letters: what makes search forgive spelling."""

    __tablename__ = "published_gram"

    gram: Mapped[str] = mapped_column(primary_key=True)
    name_id: Mapped[int] = mapped_column(
        ForeignKey("published_name.id", ondelete="CASCADE"), primary_key=True, index=True
    )
