"""Take a declaration into review: from then on a registrar has it in hand, and everybody sees so."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.move_declaration import move_declaration
from register.declarations.life import Move, Mover
from register.store import audit


def take_into_review(session: Session, reference: str, *, by: Principal, now: datetime) -> None:
    """Take a declaration that was submitted into review.

    Raises DeclarationNotFoundError, DeclarationAlreadyDecidedError, MoveNotAllowedError.
    """
    move_declaration(session, reference, Move.TAKE, Mover.REGISTRAR, account_id=by.account_id, now=now)
    audit.record(session, actor=by.actor, action="declaration taken into review", about=reference, at=now)
