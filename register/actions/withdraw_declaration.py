"""Withdraw a declaration that nobody has decided: the supplier takes it back, and it leaves no statement."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.move_declaration import move_declaration
from register.actions.own_declaration import require_own
from register.declarations.life import Move, Mover
from register.store import audit, declarations


def withdraw_declaration(
    session: Session, reference: str, *, by: Principal, now: datetime, reason: str = ""
) -> None:
    """Take a declaration back. `reason` may be empty: nobody owes one.

    Raises NotTheirCompanyError, DeclarationNotFoundError, DeclarationAlreadyDecidedError.
    """
    require_own(by, declarations.lock(session, reference))

    move_declaration(
        session,
        reference,
        Move.WITHDRAW,
        Mover.SUPPLIER,
        account_id=by.account_id,
        now=now,
        kept_reason=reason.strip() or None,
    )
    audit.record(session, actor=by.actor, action="declaration withdrawn", about=reference, at=now)
