"""Sign out: the session ends in the register, not only in the browser."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, sessions


def sign_out(session: Session, principal: Principal, secret: str, *, now: datetime) -> None:
    """End the session of this browser."""
    sessions.end(session, secret, now=now)
    audit.record(session, actor=principal.actor, action="signed out", about=principal.actor, at=now)
