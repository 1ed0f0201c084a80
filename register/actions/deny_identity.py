"""Keep that somebody who was named as an owner says that it is not them, and tell the registrar."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.send_letter import leave_letter
from register.gateways.mail import Letter
from register.store import audit


def deny_identity(
    session: Session, record_id: str, letter_about: Callable[[str], Letter], *, now: datetime
) -> None:
    """Record the denial of a person record and leave a letter to the registrar; nothing in the record changes.

    `letter_about` writes the letter, given the record's id.
    """
    letter = letter_about(record_id)

    audit.record(session, actor="person", action="identity denied", about=record_id, at=now)
    leave_letter(session, letter, f"identity denied:{record_id}", now=now)
