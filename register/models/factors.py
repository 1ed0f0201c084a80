"""What staff prove themselves with beside passphrase and code, and who signs in through a provider elsewhere."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class RecoveryCodeRow(Base):
    """A code on paper for the day the phone is lost; it works once."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    #: Keyed hash of account and code.
    code_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class PasskeyRow(Base):
    """The public half of a key that a phone, a computer or a stick keeps for one person."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    #: How often the key says it was used; one that goes back was copied.
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    made_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]


class ElsewhereRow(Base):
    """That somebody known to an OpenID Connect provider is the person of an account here."""

    __tablename__ = "sign_in_elsewhere"

    issuer: Mapped[str] = mapped_column(primary_key=True)
    #: The provider's own name for the person; it never changes.
    subject: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    since: Mapped[datetime]
