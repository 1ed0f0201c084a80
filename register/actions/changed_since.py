"""Which contracting processes something new is known of since a moment, so that their flags are worth asking again."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.touch_processes import processes_touched
from register.store import contracts, statements


def changed_since(session: Session, moment: datetime) -> tuple[str, ...]:
    """Give, in order, the ocids of which releases told something new at `moment` or later, and of those that a
    declaration accepted since bears on.
    """
    found = set(contracts.changed_since(session, moment))
    for subject in statements.subjects_since(session, moment):
        found.update(processes_touched(session, subject))
    return tuple(sorted(found))
