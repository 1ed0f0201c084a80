"""Have the owners of every company worked out again in whose chains a changed company stands."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.store import outbox, sameness, statements

KIND = "owners"


def touch_owners(session: Session, subject: str, *, now: datetime) -> tuple[str, ...]:
    """Leave an "owners" for the company (by record id), for those decided to be it, and all downstream; give them."""
    same = sameness.same_companies(session, {subject})
    touched = tuple(sorted(statements.subjects_downstream(session, {subject, *same})))
    for each in touched:
        outbox.add(session, KIND, f"{KIND}:{each}", {"company": each}, now=now)
    return touched
