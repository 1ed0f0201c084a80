"""Who asks to act for a company, and whom a company's people invite to act beside them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base

_WAITS = text("state = 'waiting'")


class ClaimRow(Base):
    """That a person says they may act for a company; evidence of it is kept under `claim` and this number."""

    __tablename__ = "claim"
    __table_args__ = (
        # One question at a time: a person asks once for a company, and waits for the answer.
        Index(
            "ix_claim_account_id_company_id_waiting",
            "account_id",
            "company_id",
            unique=True,
            sqlite_where=_WAITS,
            postgresql_where=_WAITS,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    #: Whether the register first heard of the company by this claim.
    founded: Mapped[bool]
    #: What they ask to be: admin, editor or viewer.
    role: Mapped[str]
    #: director, owner, employee, attorney or agent.
    capacity: Mapped[str]
    #: The firm an agent works for; empty for others.
    firm: Mapped[str]
    #: waiting, approved, refused, withdrawn.
    state: Mapped[str] = mapped_column(index=True)
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str | None]


class ColleagueInvitationRow(Base):
    """A colleague invited to act for a company: the link goes to their contact, and works once."""

    __tablename__ = "colleague_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    role: Mapped[str]
    capacity: Mapped[str]
    firm: Mapped[str]
    #: E-mail address or telephone, sealed.
    contact: Mapped[bytes] = mapped_column(LargeBinary)
    #: When the authority ends that it gives; none: when it is taken back.
    ends_at: Mapped[datetime | None]
    invited_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None]
