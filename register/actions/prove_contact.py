"""Prove that an address or number is one's own, with the code that was sent to it."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.store import audit, sent_codes
from register.store.sent_codes import Purpose


def prove_contact(session: Session, request: str, typed: str, *, now: datetime) -> bool:
    """Whether this is the code that was sent for the request of this browser. Commit whatever comes of it.

    Raises CodeSpentError when no code can be entered there any more.
    """
    asked = sent_codes.asked(session, request, now=now)

    good = sent_codes.prove(session, request, typed, now=now)

    if not good:
        known = asked.purpose is not Purpose.REGISTER and asked.account_id is not None
        about = f"account:{asked.account_id}" if known else "account:unknown"
        audit.record(session, actor="public", action="sent code refused", about=about, at=now)
    return good
