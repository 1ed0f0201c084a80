"""How a declaration came in: by whom it was signed for the company, and from which paper staff entered it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class PaperRow(Base):
    """A declaration on paper that a member of staff enters; the scan is kept as evidence under `paper` and this number."""

    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: One at a time for a company: none while this stands, and while the company writes itself.
    open_for: Mapped[int | None] = mapped_column(ForeignKey("company.id"), unique=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    entered_by: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    #: What the paper is, in the clerk's words, with its number or stamp.
    title: Mapped[str]
    #: Who signed the paper, in what capacity, and on which day.
    signed_name: Mapped[str]
    signed_capacity: Mapped[str]
    signed_on: Mapped[date]
    begun_at: Mapped[datetime]
    given_up_at: Mapped[datetime | None]


class FilingRow(Base):
    """How one declaration was filed. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "filing"

    reference: Mapped[str] = mapped_column(ForeignKey("declaration.reference"), primary_key=True)
    #: The capacity in which the signer acts for the company: director, owner, employee, attorney, agent, paper.
    capacity: Mapped[str]
    #: Name and firm of an agent who signed for the company; empty where the company's own people did.
    agent_name: Mapped[str]
    agent_firm: Mapped[str]
    #: The paper it was entered from; none where it was written here.
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
