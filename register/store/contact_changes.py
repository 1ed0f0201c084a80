"""New addresses and numbers that were proved and wait: a thief's change is seen, and undone, before it counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from register.models.contacts import ContactChangeRow
from register.store.contacts import Contact, ContactKind
from register.store.engine import vault_of

#: How long a new number or address waits before it can be signed in with, or sent a code for a new passphrase.
COOL_OFF = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class ContactChange:
    """One change: whose, to what, and from when it counts."""

    id: int
    account_id: int
    contact: Contact
    asked_at: datetime
    counts_from: datetime


def add(session: Session, account_id: int, contact: Contact, *, now: datetime) -> ContactChange:
    """A change that counts after the cool-off; one of the same kind that still waits is undone."""
    undo(session, account_id, now=now, kind=contact.kind)
    row = ContactChangeRow(
        account_id=account_id, kind=contact.kind, sealed=b"", asked_at=now, counts_from=now + COOL_OFF
    )
    session.add(row)
    session.flush()
    row.sealed = vault_of(session).seal(contact.value.encode(), _place(row.id))
    session.flush()
    return _change(session, row)


def waiting(session: Session, account_id: int) -> tuple[ContactChange, ...]:
    """The changes of an account that do not count yet."""
    rows = session.scalars(
        select(ContactChangeRow)
        .where(ContactChangeRow.account_id == account_id, *_waits())
        .order_by(ContactChangeRow.id)
    )
    return tuple(_change(session, row) for row in rows)


def waits(session: Session, change_id: int) -> ContactChange | None:
    """One change, if it still waits."""
    row = session.scalars(select(ContactChangeRow).where(ContactChangeRow.id == change_id, *_waits())).first()
    return None if row is None else _change(session, row)


def undo(session: Session, account_id: int, *, now: datetime, kind: ContactKind | None = None) -> int:
    """Undo what waits, of one kind or all; gives how many there were."""
    which = (ContactChangeRow.account_id == account_id, *_waits())
    if kind is not None:
        which = (*which, ContactChangeRow.kind == kind)
    undone = session.execute(update(ContactChangeRow).where(*which).values(undone_at=now))
    assert isinstance(undone, CursorResult)  # noqa: S101 (for the type checker)
    return undone.rowcount


def done(session: Session, change_id: int, *, now: datetime) -> None:
    """Say that the change counts from now on."""
    session.execute(
        update(ContactChangeRow).where(ContactChangeRow.id == change_id, *_waits()).values(done_at=now)
    )


def _waits() -> tuple[ColumnElement[bool], ...]:
    return ContactChangeRow.undone_at.is_(None), ContactChangeRow.done_at.is_(None)


def _change(session: Session, row: ContactChangeRow) -> ContactChange:
    value = vault_of(session).unseal(row.sealed, _place(row.id)).decode()
    return ContactChange(
        row.id, row.account_id, Contact(ContactKind(row.kind), value), row.asked_at, row.counts_from
    )


def _place(change_id: int) -> str:
    return f"contact_change|sealed|{change_id}"
