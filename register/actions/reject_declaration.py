"""Reject a declaration: it leaves no statement, and the supplier begins the next one from its answers."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.store import audit, declarations
from register.store.declarations import DeclarationState


class RejectionReasonMissingError(RegisterError):
    """A declaration is rejected only with a reason that the supplier can act on."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"declaration {reference} cannot be rejected without a reason")


def reject_declaration(
    session: Session, reference: str, reason: str, *, by: Principal, now: datetime
) -> None:
    """Reject a declaration that waits. Raises RejectionReasonMissingError, DeclarationNotFoundError,
    DeclarationAlreadyDecidedError.
    """
    if not reason.strip():
        raise RejectionReasonMissingError(reference)

    declarations.decide(
        session, reference, DeclarationState.REJECTED, by=by.account_id, at=now, reason=reason.strip()
    )
    audit.record(session, actor=by.actor, action="declaration rejected", about=reference, at=now)
