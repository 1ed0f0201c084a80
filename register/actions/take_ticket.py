"""Take a ticket: a registrar looks into the matter, and others see who does."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, tickets


def take_ticket(session: Session, reference: str, *, by: Principal, now: datetime) -> None:
    """Raises TicketNotFoundError, TicketClosedError."""
    tickets.take(session, reference, by.account_id)
    audit.record(session, actor=by.actor, action="ticket taken", about=reference, at=now)
