"""The secret addresses under which officers' and auditors' feeds are read."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class FeedAddressRow(Base):
    """One person's address; a new one takes its place. Only the SHA-256 of its secret is kept."""

    __tablename__ = "feed_address"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
