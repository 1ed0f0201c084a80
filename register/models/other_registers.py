"""What other registers publish: third-party statements, kept apart from what companies declare here."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class OtherRegisterRow(Base):
    """A register that publishes beneficial ownership data, by the name under which its files are imported."""

    __tablename__ = "other_register"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    url: Mapped[str]
    added_at: Mapped[datetime]


class OtherFileRow(Base):
    """One file of another register. How far it was read is kept, so that a stopped import goes on."""

    __tablename__ = "other_file"
    __table_args__ = (UniqueConstraint("register_id", "content_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    register_id: Mapped[int] = mapped_column(ForeignKey("other_register.id"))
    #: SHA-256 of the file.
    content_hash: Mapped[str]
    name: Mapped[str]
    #: The day up to which it speaks.
    as_of: Mapped[date]
    #: So many statements of it are kept or were kept before.
    read: Mapped[int]
    begun_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class OtherStatementRow(Base):
    """One statement of another register, brought to the newest BODS; the same content twice is one row."""

    __tablename__ = "other_statement"
    __table_args__ = (
        UniqueConstraint("register_id", "content_hash"),
        Index("ix_other_statement_register_id_record_id", "register_id", "record_id"),
        Index("ix_other_statement_register_id_subject", "register_id", "subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    register_id: Mapped[int] = mapped_column(ForeignKey("other_register.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("other_file.id"), index=True)
    #: SHA-256 of the body.
    content_hash: Mapped[str]
    statement_id: Mapped[str]
    record_id: Mapped[str]
    record_type: Mapped[str]
    #: The record that a relationship is about; empty for other records.
    subject: Mapped[str]
    body: Mapped[str]


class OtherIdentifierRow(Base):
    """Under which official numbers another register knows a body: by these alone it is joined to ours."""

    __tablename__ = "other_identifier"
    __table_args__ = (Index("ix_other_identifier_scheme_number", "scheme", "number"),)

    other_statement_id: Mapped[int] = mapped_column(ForeignKey("other_statement.id"), primary_key=True)
    scheme: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(primary_key=True)
