"""Close the questions whose day is over without an answer: the declaration goes back to review, and that is said."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.move_declaration import move_declaration
from register.declarations.life import Move, MoveNotAllowedError, Mover
from register.jurisdictions import Jurisdiction
from register.store import audit, clarifications
from register.store.declarations import DeclarationAlreadyDecidedError


def lapse_clarifications(session: Session, *, now: datetime, jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """Give the references of the declarations that went back to review. Done again, it does nothing."""
    gone: list[str] = []
    for asked in clarifications.past_due(session, jurisdiction.day_of(now)):
        try:
            move_declaration(session, asked.reference, Move.LAPSE, Mover.REGISTER, account_id=None, now=now)
        except (DeclarationAlreadyDecidedError, MoveNotAllowedError):
            # Answered, withdrawn or replaced since it was looked at.
            continue
        clarifications.lapse(session, asked.reference, now)
        audit.record(session, actor="clock", action="clarification lapsed", about=asked.reference, at=now)
        gone.append(asked.reference)
    return tuple(gone)
