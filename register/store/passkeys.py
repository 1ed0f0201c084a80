"""The passkeys of staff: the public halves of keys that a phone, a computer or a stick keeps."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.factors import PasskeyRow


class PasskeyTakenError(RegisterError):
    """Somebody keeps this passkey already."""

    def __init__(self) -> None:
        super().__init__("this passkey is known already")


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey: what its owner calls it, and what a proof is checked with."""

    id: int
    name: str
    credential_id: bytes
    public_key: bytes
    sign_count: int
    made_at: datetime
    last_used_at: datetime | None


def add(
    session: Session,
    account_id: int,
    name: str,
    credential_id: bytes,
    public_key: bytes,
    sign_count: int,
    *,
    now: datetime,
) -> None:
    """Keep a new passkey. Raises PasskeyTakenError."""
    row = PasskeyRow(
        account_id=account_id,
        name=name,
        credential_id=credential_id,
        public_key=public_key,
        sign_count=sign_count,
        made_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise PasskeyTakenError from None


def of_account(session: Session, account_id: int) -> tuple[Passkey, ...]:
    """A person's passkeys, oldest first."""
    rows = session.scalars(
        select(PasskeyRow).where(PasskeyRow.account_id == account_id).order_by(PasskeyRow.id)
    )
    return tuple(
        Passkey(
            row.id,
            row.name,
            row.credential_id,
            row.public_key,
            row.sign_count,
            row.made_at,
            row.last_used_at,
        )
        for row in rows
    )


def used(session: Session, passkey: Passkey, sign_count: int, *, now: datetime) -> bool:
    """Note a proof, once: False when the same proof was noted by somebody else in between."""
    noted = session.execute(
        update(PasskeyRow)
        .where(PasskeyRow.id == passkey.id, PasskeyRow.sign_count == passkey.sign_count)
        .values(sign_count=sign_count, last_used_at=now)
    )
    assert isinstance(noted, CursorResult)  # noqa: S101 (for the type checker)
    return noted.rowcount == 1


def remove(session: Session, account_id: int, passkey_id: int) -> bool:
    """Forget one of a person's own passkeys; False when they have no such one."""
    gone = session.execute(
        delete(PasskeyRow).where(PasskeyRow.account_id == account_id, PasskeyRow.id == passkey_id)
    )
    assert isinstance(gone, CursorResult)  # noqa: S101 (for the type checker)
    return gone.rowcount == 1


def drop(session: Session, account_id: int) -> None:
    """Forget all passkeys of a person."""
    session.execute(delete(PasskeyRow).where(PasskeyRow.account_id == account_id))
