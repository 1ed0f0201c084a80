"""What suppliers still owe: confirmations of what stands, changes begun and not signed, questions not answered."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from register.declarations.life import STANDING, WAITING, Kind
from register.models.declarations import DeclarationRow, DraftRow
from register.models.life import ReminderRow


@dataclass(frozen=True, slots=True)
class Standing:
    """What last stands of a company, and when it was signed."""

    company_id: int
    reference: str
    kind: Kind
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class BegunChange:
    """A change that a company began to tell and has not signed."""

    company_id: int
    happened_on: date


def standing_after(session: Session, company_id: int, limit: int) -> tuple[Standing, ...]:
    """What stands of the companies after a number, in their order; those with something undecided are left out."""
    waiting = select(DeclarationRow.company_id).where(DeclarationRow.state.in_([*map(str, WAITING)]))
    last = (
        select(func.max(DeclarationRow.id))
        .where(
            DeclarationRow.state.in_([*map(str, STANDING)]),
            DeclarationRow.company_id > company_id,
            DeclarationRow.company_id.not_in(waiting),
        )
        .group_by(DeclarationRow.company_id)
    )
    rows = session.scalars(
        select(DeclarationRow)
        .where(DeclarationRow.id.in_(last))
        .order_by(DeclarationRow.company_id)
        .limit(limit)
    )
    return tuple(Standing(row.company_id, row.reference, Kind(row.kind), row.signed_at) for row in rows)


def begun_changes(session: Session) -> tuple[BegunChange, ...]:
    """Changes that are written and not signed, in the order of the companies."""
    rows = session.execute(
        select(DraftRow.company_id, DraftRow.happened_on)
        .where(DraftRow.kind == Kind.CHANGE.value, DraftRow.happened_on.is_not(None))
        .order_by(DraftRow.company_id)
    )
    return tuple(BegunChange(company_id, day) for company_id, day in rows if day)


def note_reminder(
    session: Session, key: str, company_id: int, kind: str, due_on: date, now: datetime
) -> bool:
    """Keep that a reminder goes out; False when it did before, also if another does so at this very moment."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    made = session.scalar(
        insert(ReminderRow)
        .values(key=key, company_id=company_id, kind=kind, due_on=due_on, left_at=now)
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(ReminderRow.key)
    )
    return made is not None
