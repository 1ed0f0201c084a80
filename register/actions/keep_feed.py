"""Give somebody a secret address for their feed, or take it away."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, feeds


def make_feed(session: Session, principal: Principal, *, now: datetime) -> str:
    """Make an address; the one before it no longer works. Its secret is given once and kept nowhere."""
    secret = feeds.make(session, principal.account_id, now)
    audit.record(session, actor=principal.actor, action="feed address made", about=principal.actor, at=now)
    return secret


def end_feed(session: Session, principal: Principal, *, now: datetime) -> None:
    """Shut the address; done again, or without one, it does nothing."""
    if feeds.made_at(session, principal.account_id) is None:
        return
    feeds.end(session, principal.account_id)
    audit.record(session, actor=principal.actor, action="feed address ended", about=principal.actor, at=now)
