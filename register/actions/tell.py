"""Tell a person something, in the transaction of the deed it tells of: by letter, or by short message."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.send_letter import leave_letter
from register.gateways.mail import Letter
from register.store import outbox
from register.store.accounts import Account
from register.store.contacts import Contact, ContactKind


@dataclass(frozen=True, slots=True, repr=False)
class Notice:
    """What is told, in the language of who reads it: as a letter, and `short` as one message of 160 letters at most."""

    subject: str
    text: str
    short: str


def tell(
    session: Session, to: Contact, notice: Notice, key: str, *, now: datetime, until: datetime | None = None
) -> None:
    """Leave a notice for the worker; the same key is one notice. A message is not sent any more after `until`."""
    if to.kind is ContactKind.EMAIL:
        leave_letter(session, Letter(to.value, notice.subject, notice.text), f"{key}|mail", now=now)
        return
    payload = {"to": to.value, "text": notice.short}
    if until is not None:
        payload["until"] = until.isoformat()
    outbox.add(session, "sms", f"{key}|sms", payload, now=now)


def tell_everywhere(session: Session, account: Account, notice: Notice, key: str, *, now: datetime) -> None:
    """Tell a person by every way they are reached: whoever holds one of them cannot hide it from the other."""
    for contact in account.contacts:
        tell(session, contact, notice, f"{key}|{account.id}|{int(now.timestamp())}", now=now)
