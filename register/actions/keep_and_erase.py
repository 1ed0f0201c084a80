"""Erase what was kept long enough, one kind at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from register.jurisdictions.retention import Retention
from register.store import audit
from register.store.keeping import Kind


@dataclass(frozen=True, slots=True)
class Erased:
    """How much of a kind was older than it is kept, and whether it is gone."""

    kind: Kind
    days: int
    number: int


def keep_and_erase(
    session: Session, kind: Kind, retention: Retention, *, now: datetime, dry_run: bool
) -> Erased:
    """Erase what of this kind is older than the place keeps it; with `dry_run` only count it."""
    days = int(getattr(retention, kind.days))
    before = now - timedelta(days=days)
    number = kind.due(session, before)

    if dry_run or not number:
        return Erased(kind, days, number)

    number = kind.erase(session, before, now)
    facts = {"number": str(number), "days": str(days)}
    audit.record(session, actor="clock", action="kept long enough", about=kind.name, at=now, facts=facts)
    return Erased(kind, days, number)
