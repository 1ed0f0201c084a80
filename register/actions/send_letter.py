"""Leave a letter with the deed it tells of, and send it when the deed is done."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.gateways.mail import Letter, Mailer
from register.store import outbox
from register.store.outbox import Work


def leave_letter(session: Session, letter: Letter, key: str, *, now: datetime) -> None:
    """Leave a letter for the worker, in the transaction of the deed; the same key is one letter."""
    payload = {"to": letter.to, "subject": letter.subject, "text": letter.text}
    outbox.add(session, "mail", key, payload, now=now)


def send_letter(mailer: Mailer, work: Work) -> None:
    """Send the letter that was left."""
    letter = Letter(work.payload["to"], work.payload["subject"], work.payload["text"])
    mailer.send(letter, work.key)
