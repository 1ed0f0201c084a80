"""The companies that declare, and who may act for them."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class CompanyRow(Base):
    """A supplier: the subject of declarations, under one record identifier for ever."""

    __tablename__ = "company"
    __table_args__ = (UniqueConstraint("scheme", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: BODS recordId of the company in its own declarations.
    subject_record_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    #: Code of the list that gives the number (org-id.guide), such as KE-RCO.
    scheme: Mapped[str]
    number: Mapped[str]
    created_at: Mapped[datetime]


class AuthorityRow(Base):
    """That a person may act for a company, in which role, and until when."""

    __tablename__ = "authority"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), primary_key=True)
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    #: admin, editor or viewer.
    role: Mapped[str] = mapped_column(server_default="admin")
    #: director, owner, employee, attorney or agent; empty where staff gave the authority without saying.
    capacity: Mapped[str] = mapped_column(server_default="")
    #: The firm an agent works for; empty for others.
    firm: Mapped[str] = mapped_column(server_default="")
    #: When a delegation ends by itself; none: when it is taken back.
    ends_at: Mapped[datetime | None]
