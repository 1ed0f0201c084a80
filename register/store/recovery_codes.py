"""Codes on paper for the day the phone is lost: ten, each good once, kept as keyed hashes."""

import secrets
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.models.factors import RecoveryCodeRow
from register.store.engine import vault_of

HOW_MANY = 10
#: Letters and digits that are not taken for one another on paper: 50 bits in ten of them.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 10


def make(session: Session, account_id: int, *, now: datetime) -> tuple[str, ...]:
    """Ten new codes, to be shown once; those made before are good no more."""
    drop(session, account_id)
    made = tuple("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(HOW_MANY))
    for code in made:
        session.add(
            RecoveryCodeRow(account_id=account_id, code_hash=_hashed(session, account_id, code), made_at=now)
        )
    session.flush()
    return tuple(f"{code[:5]}-{code[5:]}" for code in made)


def use(session: Session, account_id: int, typed: str, *, now: datetime) -> bool:
    """Use a code up; of two who try it at once, one is refused. Spaces, dashes and small letters are forgiven."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum())
    used = session.execute(
        update(RecoveryCodeRow)
        .where(
            RecoveryCodeRow.account_id == account_id,
            RecoveryCodeRow.code_hash == _hashed(session, account_id, code),
            RecoveryCodeRow.used_at.is_(None),
        )
        .values(used_at=now)
    )
    assert isinstance(used, CursorResult)  # noqa: S101 (for the type checker)
    return used.rowcount == 1


def left(session: Session, account_id: int) -> int:
    """How many codes are still good."""
    query = select(func.count()).where(
        RecoveryCodeRow.account_id == account_id, RecoveryCodeRow.used_at.is_(None)
    )
    return session.scalar(query) or 0


def drop(session: Session, account_id: int) -> None:
    """Make all codes of a person useless."""
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account_id))


def _hashed(session: Session, account_id: int, code: str) -> str:
    return vault_of(session).blind("recovery code", str(account_id), code)
