"""How people prove an address or a mobile number is theirs, and the changes of either that wait to count."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class OneTimeCodeRow(Base):
    """Six digits sent to an address or number. They are good in the browser that asked for them, and nowhere else."""

    __tablename__ = "one_time_code"

    #: SHA-256 of the secret that the asking browser holds.
    request_hash: Mapped[str] = mapped_column(primary_key=True)
    #: What is done when the code is right: register, passphrase, contact.
    purpose: Mapped[str]
    #: Whose passphrase or contact it is about; None for who registers.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    #: JSON, sealed: the contact, and what else was typed with it.
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    #: Keyed hash of request and code; of no code at all when nothing was to be proved.
    code_hash: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int]
    proved_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]


class ContactChangeRow(Base):
    """A new address or number that was proved, and counts from a later moment on unless it is undone before."""

    __tablename__ = "contact_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    #: email, phone.
    kind: Mapped[str]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    asked_at: Mapped[datetime]
    counts_from: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
