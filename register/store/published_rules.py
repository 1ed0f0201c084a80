"""Changes of the rules that staff approved: public, each with its day and its source."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.jurisdictions import Jurisdiction
from register.jurisdictions.rulesets import RuleChange, in_force, without_changes
from register.models.rulesets import RuleChangeRow


def add(session: Session, change: RuleChange, *, at: datetime) -> None:
    """Keep an approved change."""
    session.add(
        RuleChangeRow(
            setting=change.setting,
            value=change.value,
            from_day=change.from_day,
            source=change.source,
            proposal_id=change.number,
            approved_at=at,
        )
    )
    session.flush()


def changes(session: Session) -> tuple[RuleChange, ...]:
    """All approved changes, in the order of their days."""
    rows = session.scalars(select(RuleChangeRow).order_by(RuleChangeRow.from_day, RuleChangeRow.proposal_id))
    return tuple(
        RuleChange(row.setting, row.value, row.from_day, row.source, row.proposal_id) for row in rows
    )


def rules_on(session: Session, place: Jurisdiction, day: date) -> Jurisdiction:
    """The rules of a place on a day: its file, and the changes in force by then. `place` may be of another day."""
    made = changes(session)
    return in_force(without_changes(place), made, day) if made else place


def rules_at(session: Session, place: Jurisdiction, moment: datetime) -> Jurisdiction:
    """The rules of a place on the day that it has at a moment: for what the clock does."""
    return rules_on(session, place, place.day_of(moment))
