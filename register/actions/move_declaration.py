"""Move a declaration from where it stands, by the rules of its life, and keep who moved it."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.declarations.life import WAITING, Move, Mover, State, moved
from register.store import declarations, life
from register.store.declarations import DeclarationAlreadyDecidedError, StoredDeclaration
from register.store.life import Moved


def move_declaration(
    session: Session,
    reference: str,
    move: Move,
    mover: Mover,
    *,
    account_id: int | None,
    now: datetime,
    reason: str | None = None,
    kept_reason: str | None = None,
) -> StoredDeclaration:
    """Make one move and give the declaration as it was before. Of two who move it at once, one finds it moved.

    `reason` is what the rules ask for; `kept_reason` goes into the history, and for a decision into the declaration.
    Raises DeclarationNotFoundError, DeclarationAlreadyDecidedError, MoveNotAllowedError, ReasonMissingError; nothing is
    written then.
    """
    before = declarations.lock(session, reference)
    if before.state not in WAITING:
        raise DeclarationAlreadyDecidedError(reference, before.state)

    after = moved(before.state, move, mover, reason)

    keep_move(session, before, move, after, mover, account_id=account_id, now=now, reason=kept_reason)
    return before


def keep_move(
    session: Session,
    before: StoredDeclaration,
    move: Move,
    after: State,
    mover: Mover,
    *,
    account_id: int | None,
    now: datetime,
    reason: str | None = None,
) -> None:
    """Write down a move that the rules allow, of a locked declaration."""
    if after in WAITING:
        declarations.put(session, before.reference, after)
    else:
        declarations.decide(session, before.reference, after, by=account_id, at=now, reason=reason)
    life.record(session, Moved(before.reference, now, move, after, mover, account_id, reason))
