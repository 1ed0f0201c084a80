"""Who may sign in, with what, and which of their sessions are alive."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class AccountRow(Base):
    """A person who signs in. Staff have a second factor; suppliers a passphrase."""

    __tablename__ = "account"
    __table_args__ = (Index("ix_account_phone_hash", "phone_hash", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: The address one signs in with, folded to lower case; None for who signs in by mobile number alone.
    email: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")
    passphrase_hash: Mapped[str | None]
    #: The secret of the one-time codes, sealed.
    totp_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: The last 30-second step whose code was used: a code is good once.
    totp_last_step: Mapped[int | None]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    #: Keyed hash of the mobile number (E.164), by which it is found, and the number itself, sealed.
    phone_hash: Mapped[str | None]
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class AccountSessionRow(Base):
    """One signed-in browser. The cookie holds a secret of which only the SHA-256 is kept."""

    __tablename__ = "account_session"

    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime]
    last_seen: Mapped[datetime]
    expires_at: Mapped[datetime]
    #: When the passphrase (and, for staff, the code) was last given.
    proved_at: Mapped[datetime]
    #: False between the passphrase and the second factor.
    complete: Mapped[bool]
    revoked_at: Mapped[datetime | None]
    browser: Mapped[str]


class OneTimeLinkRow(Base):
    """A link that works once: to enrol a member of staff, or for an owner to say "this is me"."""

    __tablename__ = "one_time_link"

    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(index=True)
    #: What it is about: an account's number, or a person record's identifier.
    about: Mapped[str] = mapped_column(index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class ThrottleRow(Base):
    """How often something was tried within a window of time, shared by all workers."""

    __tablename__ = "throttle"
    __table_args__ = (UniqueConstraint("key", "window"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    window: Mapped[int]
    tries: Mapped[int]
