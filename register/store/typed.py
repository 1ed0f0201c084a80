"""Answers that were typed when the session had ended: kept sealed for an hour, for the same account alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import orjson
from sqlalchemy import delete
from sqlalchemy.orm import Session

from register.models.typed import TypedAnswerRow
from register.store.engine import vault_of

KEPT_FOR = timedelta(hours=1)
#: Name and value of each field, as a browser sends them; a name may come several times.
Fields = Sequence[tuple[str, str]]


def keep(session: Session, account_id: int, address: str, fields: Fields, now: datetime) -> None:
    """Keep what was typed at an address, in the place of what was kept there before; what is too old goes."""
    forget_before(session, now - KEPT_FOR)
    forget(session, account_id, address)
    sealed = vault_of(session).seal(
        orjson.dumps([list(each) for each in fields]), _place(account_id, address)
    )
    session.add(TypedAnswerRow(account_id=account_id, address=address, sealed=sealed, kept_at=now))
    session.flush()


def typed(session: Session, account_id: int, address: str, now: datetime) -> Fields | None:
    """What an account typed at an address within the last hour; None when there is nothing."""
    row = session.get(TypedAnswerRow, (account_id, address))
    if row is None or row.kept_at <= now - KEPT_FOR:
        return None
    fields: list[list[str]] = orjson.loads(vault_of(session).unseal(row.sealed, _place(account_id, address)))
    return tuple((name, value) for name, value in fields)


def forget(session: Session, account_id: int, address: str) -> None:
    """Take away what was kept at an address; nothing happens when there is nothing."""
    session.execute(
        delete(TypedAnswerRow).where(
            TypedAnswerRow.account_id == account_id, TypedAnswerRow.address == address
        )
    )


def forget_before(session: Session, moment: datetime) -> None:
    """Take away all that was kept before a moment."""
    session.execute(delete(TypedAnswerRow).where(TypedAnswerRow.kept_at < moment))


def _place(account_id: int, address: str) -> str:
    return f"typed_answer|sealed|{account_id}|{address}"
