"""Open a ticket: somebody raises a matter about what stands in the register, and a registrar will look into it."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.jurisdictions import Jurisdiction
from register.store import audit, tickets
from register.store.tickets import TicketKind


def open_ticket(
    session: Session,
    kind: TicketKind,
    about: str,
    words: str,
    *,
    opened_by: str,
    now: datetime,
    jurisdiction: Jurisdiction,
    subject_record_id: str | None = None,
    contact: str | None = None,
) -> str:
    """Keep the matter and give its reference; it is looked into within the place's days for a reply.

    `about` is a record id, a statement id or a declaration's reference; `opened_by` "person", "public" or
    "account:<id>". Words and contact are sealed, and in no audit entry.
    """
    due_on = jurisdiction.reply_due(jurisdiction.day_of(now))

    reference = tickets.add(
        session,
        kind,
        about,
        words.strip(),
        opened_by=opened_by,
        now=now,
        subject_record_id=subject_record_id,
        contact=contact,
        due_on=due_on,
    )
    audit.record(
        session,
        actor=opened_by,
        action="ticket opened",
        about=reference,
        at=now,
        facts={"kind": kind.value, "of": about},
    )
    return reference
