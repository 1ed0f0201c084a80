"""The statements: dated claims that are added and never changed (triggers refuse UPDATE and DELETE)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class StatementRow(Base):
    __tablename__ = "statement"

    #: The order in which the register learnt things.
    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[str] = mapped_column(unique=True)
    record_id: Mapped[str] = mapped_column(index=True)
    record_type: Mapped[str]
    record_status: Mapped[str]
    declaration_subject: Mapped[str] = mapped_column(index=True)
    declaration: Mapped[str] = mapped_column(index=True)
    statement_date: Mapped[date]
    learnt_at: Mapped[datetime]
    #: The whole statement as BODS JSON, without publication details. The columns above are copies, kept for searching.
    body: Mapped[str]


class EntityIdentifierRow(Base):
    """Under which official numbers an entity record was ever stated: how chains are followed from company to company."""

    __tablename__ = "entity_identifier"
    __table_args__ = (Index("ix_entity_identifier_scheme_number", "scheme", "number"),)

    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id"), primary_key=True)
    scheme: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str]
    declaration_subject: Mapped[str] = mapped_column(index=True)
