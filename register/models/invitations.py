"""Whom the county invites to declare: lists of bidders, and what became of each invitation."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class InvitationListRow(Base):
    """One list of suppliers to invite: a tender's bidders, or an uploaded list."""

    __tablename__ = "invitation_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    ocid: Mapped[str | None] = mapped_column(index=True)
    #: The day by which they are asked to declare.
    due_on: Mapped[date | None]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime]


class InvitationRow(Base):
    """One supplier on a list. Where it is written to is sealed."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("list_id", "scheme", "number", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("invitation_list.id"), index=True)
    scheme: Mapped[str]
    number: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    #: mail, sms, or empty when nobody knows where to write.
    channel: Mapped[str]
    sealed_contact: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: When it was last sent, how often, and when its link was first followed.
    sent_at: Mapped[datetime | None]
    times: Mapped[int]
    opened_at: Mapped[datetime | None]
    #: When whoever followed it registered, or signed in.
    registered_at: Mapped[datetime | None]
