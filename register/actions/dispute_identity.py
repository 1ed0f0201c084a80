"""Keep that somebody who was named as an owner says something is wrong: a ticket, which a registrar looks into."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.open_ticket import open_ticket
from register.actions.send_letter import leave_letter
from register.gateways.mail import Letter
from register.jurisdictions import Jurisdiction
from register.store import audit, identities
from register.store.tickets import TicketKind


def dispute_identity(
    session: Session,
    record_id: str,
    kind: TicketKind,
    words: str,
    letter_about: Callable[[str], Letter],
    *,
    now: datetime,
    jurisdiction: Jurisdiction,
    contact: str | None = None,
) -> str:
    """Open a ticket about a person record and give its reference; nothing in the record changes.

    `letter_about` writes the letter to the registrar, given the ticket's reference. Raises ClaimNotFoundError.
    """
    claim = identities.claim_of(session, record_id)

    reference = open_ticket(
        session,
        kind,
        record_id,
        words,
        opened_by="person",
        now=now,
        jurisdiction=jurisdiction,
        subject_record_id=claim.subject_record_id,
        contact=contact,
    )
    if kind is TicketKind.OWNER_NOT_ME:
        audit.record(session, actor="person", action="identity denied", about=record_id, at=now)
    leave_letter(session, letter_about(reference), f"{kind}:{reference}", now=now)
    return reference
