"""Keep extracts of the companies' registry, typed by a registrar or read from a file."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from register.elsewhere.extracts import Extract
from register.store import audit, registry_extracts


def enter_extracts(session: Session, extracts: Iterable[Extract], *, by: int | None, now: datetime) -> int:
    """Keep what is new, and give how many were; the very same extract is kept once. `by` is an account's number."""
    kept = [
        found
        for each in extracts
        if (found := registry_extracts.add(session, each, by=by, now=now)) is not None
    ]
    for each in kept:
        audit.record(
            session,
            actor="clock" if by is None else f"account:{by}",
            action="registry extract entered",
            about=f"{each.extract.scheme}:{each.extract.number}",
            at=now,
            facts={"extract": str(each.id), "extracted on": each.extract.extracted_on.isoformat()},
        )
    return len(kept)
