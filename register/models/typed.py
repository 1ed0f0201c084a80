"""Answers that were typed when the session had ended: kept for an hour, for the same account alone."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class TypedAnswerRow(Base):
    """What somebody sent from a page after their session had ended; it is no answer yet."""

    __tablename__ = "typed_answer"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    #: The address of the question, without what stands after a question mark.
    address: Mapped[str] = mapped_column(primary_key=True)
    #: The fields as they were sent, sealed.
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(index=True)
