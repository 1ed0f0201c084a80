"""Answer a registrar's question in words; the declaration goes back to review."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.move_declaration import move_declaration
from register.actions.own_declaration import require_own
from register.declarations.life import Move, Mover
from register.store import audit, clarifications, declarations
from register.store.clarifications import NothingAskedError


def answer_clarification(
    session: Session, reference: str, words: str, *, by: Principal, now: datetime
) -> None:
    """Answer the question that waits. After its day an answer still counts, until the declaration is decided.

    Raises NotTheirCompanyError, NothingAskedError, ReasonMissingError without words; DeclarationNotFoundError,
    DeclarationAlreadyDecidedError, MoveNotAllowedError.
    """
    require_own(by, declarations.lock(session, reference))
    if clarifications.unanswered(session, reference) is None:
        raise NothingAskedError(reference)
    move_declaration(
        session, reference, Move.ANSWER, Mover.SUPPLIER, account_id=by.account_id, now=now, reason=words
    )

    clarifications.answer(session, reference, words.strip(), by=by.account_id, now=now)
    audit.record(session, actor=by.actor, action="clarification answered", about=reference, at=now)
