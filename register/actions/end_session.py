"""End another of one's own sessions: a browser left open, a phone that was lost."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, sessions


def end_session(session: Session, principal: Principal, handle: str, *, now: datetime) -> bool:
    """End one of the person's own sessions by its handle; False when they have no such session alive."""
    ended = sessions.end_one(session, principal.account_id, handle, now=now)
    if ended:
        audit.record(session, actor=principal.actor, action="session ended", about=principal.actor, at=now)
    return ended


def end_other_sessions(session: Session, principal: Principal, secret: str, *, now: datetime) -> int:
    """End all of the person's sessions but the one of `secret`; gives how many there were."""
    ended = sessions.end_others(session, principal.account_id, secret, now=now)
    facts = {"sessions ended": str(ended)}
    audit.record(
        session,
        actor=principal.actor,
        action="other sessions ended",
        about=principal.actor,
        at=now,
        facts=facts,
    )
    return ended
