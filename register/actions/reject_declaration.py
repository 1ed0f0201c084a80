"""Reject a declaration: it leaves no statement, and the supplier begins the next one from its answers."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.move_declaration import move_declaration
from register.actions.tell_supplier import News, tell_supplier
from register.declarations.life import Move, Mover
from register.exceptions import RegisterError
from register.store import audit, companies
from register.words import N_

NEWS = News(
    subject=N_("Your declaration %(reference)s was not accepted"),
    text=N_(
        "The registrar did not accept the declaration %(reference)s of %(company)s. Sign in to read why, put it right "
        "and send it again: your answers are kept."
    ),
    short=N_(
        "Umiliki: declaration %(reference)s of %(company)s was not accepted. Sign in to read why and put it right."
    ),
)


class RejectionReasonMissingError(RegisterError):
    """A declaration is rejected only with a reason that the supplier can act on."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"declaration {reference} cannot be rejected without a reason")


def reject_declaration(
    session: Session, reference: str, reason: str, *, by: Principal, now: datetime
) -> None:
    """Reject a declaration that waits, and tell the supplier; not while the clock of a question runs.

    Raises RejectionReasonMissingError, DeclarationNotFoundError, DeclarationAlreadyDecidedError, MoveNotAllowedError.
    """
    if not reason.strip():
        raise RejectionReasonMissingError(reference)

    before = move_declaration(
        session,
        reference,
        Move.REJECT,
        Mover.REGISTRAR,
        account_id=by.account_id,
        now=now,
        reason=reason,
        kept_reason=reason.strip(),
    )
    audit.record(session, actor=by.actor, action="declaration rejected", about=reference, at=now)
    tell_supplier(
        session,
        before.company_id,
        NEWS,
        key=f"declaration rejected|{reference}",
        facts={"reference": reference, "company": companies.company(session, before.company_id).name},
        now=now,
    )
