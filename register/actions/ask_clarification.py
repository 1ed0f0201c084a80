"""Ask the supplier about a declaration: the clock starts, and the supplier is told at once."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.move_declaration import move_declaration
from register.actions.tell_supplier import News, tell_supplier
from register.declarations.life import Move, Mover
from register.jurisdictions import Jurisdiction
from register.store import audit, clarifications, companies
from register.words import N_

NEWS = News(
    subject=N_("A question about your declaration %(reference)s"),
    text=N_(
        "The registrar has a question about the declaration %(reference)s of %(company)s.\n\n"
        "Read it and answer by %(day)s: %(address)s"
    ),
    short=N_(
        "Umiliki: a question about declaration %(reference)s of %(company)s. Answer by %(day)s: %(address)s"
    ),
)


def ask_clarification(
    session: Session,
    reference: str,
    question: str,
    *,
    by: Principal,
    now: datetime,
    jurisdiction: Jurisdiction,
    base_url: str,
) -> date:
    """Ask a question about a declaration that nobody has decided, and give the last day to answer it.

    Raises ReasonMissingError without a question; DeclarationNotFoundError, DeclarationAlreadyDecidedError,
    MoveNotAllowedError.
    """
    due_on = jurisdiction.clarification_due(jurisdiction.day_of(now))
    before = move_declaration(
        session,
        reference,
        Move.ASK,
        Mover.REGISTRAR,
        account_id=by.account_id,
        now=now,
        reason=question,
    )

    clarifications.ask(session, reference, question.strip(), by=by.account_id, now=now, due_on=due_on)
    audit.record(
        session,
        actor=by.actor,
        action="clarification asked",
        about=reference,
        at=now,
        facts={"due": due_on.isoformat()},
    )
    tell_supplier(
        session,
        before.company_id,
        NEWS,
        key=f"clarification asked|{reference}|{int(now.timestamp())}",
        facts={
            "reference": reference,
            "company": companies.company(session, before.company_id).name,
            "address": f"{base_url.rstrip('/')}/declare/{before.company_id}/declarations/{reference}",
        },
        day=due_on,
        now=now,
    )
    return due_on
