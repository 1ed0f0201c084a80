"""The register with a fault planted in it: readers see a rebuild of the owners from its first company on."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.store import owner_generations
from wsgi import app

__all__ = ["app"]
_begin = owner_generations.begin


def shown_at_once(session: Session, now: datetime) -> int:
    """Begin a generation, and let readers see it before anything is in it."""
    generation = _begin(session, now)
    owner_generations.finish(session, generation, now)
    return generation


owner_generations.begin = shown_at_once
