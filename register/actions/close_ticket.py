"""Close a ticket: what came of the matter, and why; whoever raised it is told where they said how to reach them."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.tell import Notice, tell
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.store import audit, contacts, tickets
from register.store.tickets import Outcome
from register.words import _


class ClosingWordsMissingError(RegisterError):
    """A ticket is closed only with words that say what was found."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"ticket {reference} cannot be closed without words")


def close_ticket(
    session: Session,
    reference: str,
    outcome: Outcome,
    words: str,
    *,
    by: Principal,
    now: datetime,
    jurisdiction: Jurisdiction,
) -> None:
    """Raises ClosingWordsMissingError, TicketNotFoundError, TicketClosedError."""
    if not words.strip():
        raise ClosingWordsMissingError(reference)

    tickets.close(session, reference, outcome, words.strip(), by=by.account_id, now=now)
    audit.record(
        session,
        actor=by.actor,
        action="ticket closed",
        about=reference,
        at=now,
        facts={"outcome": outcome.value},
    )
    raised = tickets.ticket(session, reference)
    to = contacts.contact(raised.contact, jurisdiction.country_code) if raised.contact else None
    if to is not None:
        facts = {"reference": reference}
        notice = Notice(
            subject=str(_("The register looked into %(reference)s")) % facts,
            text=str(
                _(
                    "You told the register that something is wrong; it keeps this as %(reference)s.\n\n"
                    "A registrar looked into it and closed it. To ask what was found, answer this letter."
                )
            )
            % facts,
            short=str(_("Umiliki: a registrar looked into %(reference)s and closed it.")) % facts,
        )
        tell(session, to, notice, f"ticket closed|{reference}", now=now)
