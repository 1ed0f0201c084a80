"""The dated history of each declaration: every move it made, who made it, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.declarations.life import Move, Mover, State
from register.models.life import DeclarationMoveRow


@dataclass(frozen=True, slots=True)
class Moved:
    """One move: to which state it led, as what it was made, and by whose account (None: the register itself)."""

    reference: str
    at: datetime
    move: Move
    state: State
    mover: Mover
    account_id: int | None
    reason: str | None = None


def record(session: Session, made: Moved) -> None:
    """Add a move, in the transaction that makes it."""
    session.add(
        DeclarationMoveRow(
            reference=made.reference,
            at=made.at,
            move=made.move.value,
            state=made.state.value,
            mover=made.mover.value,
            account_id=made.account_id,
            reason=made.reason,
        )
    )
    session.flush()


def moves(session: Session, *references: str) -> tuple[Moved, ...]:
    """Every move of these declarations, the oldest first."""
    rows = session.scalars(
        select(DeclarationMoveRow)
        .where(DeclarationMoveRow.reference.in_(references))
        .order_by(DeclarationMoveRow.id)
    )
    return tuple(
        Moved(
            row.reference,
            row.at,
            Move(row.move),
            State(row.state),
            Mover(row.mover),
            row.account_id,
            row.reason,
        )
        for row in rows
    )


def approvals(session: Session, reference: str) -> tuple[int, ...]:
    """The accounts that approved a declaration, and did not accept it yet."""
    return tuple(
        each.account_id
        for each in moves(session, reference)
        if each.move is Move.APPROVE and each.account_id is not None
    )
