"""Prove again who one is, before signing: the passphrase is given once more and the session gets a new secret."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.sign_in import Attempt, Entrance, forget_slips, knock
from register.store import accounts, audit, sessions


def knock_again(session: Session, principal: Principal, address: str, *, now: datetime) -> Attempt:
    """Count the try as if it were a sign-in. Commit afterwards, then ask `sign_in.proves`."""
    name, *_ = accounts.account(session, principal.account_id).contacts
    return knock(session, name.value, address, now=now)


def prove_again(
    session: Session,
    principal: Principal,
    attempt: Attempt,
    *,
    proved: bool,
    secret: str,
    browser: str,
    now: datetime,
) -> Entrance | None:
    """Replace the session of `secret` by a new one that was proved just now; None if the passphrase was wrong."""
    if not proved:
        audit.record(session, actor=principal.actor, action="proof refused", about=principal.actor, at=now)
        return None
    sessions.end(session, secret, now=now)
    forget_slips(session, attempt, accounts.account(session, principal.account_id), now=now)
    fresh = sessions.start(
        session, principal.account_id, principal.role, complete=True, browser=browser, now=now
    )
    audit.record(session, actor=principal.actor, action="proved again", about=principal.actor, at=now)
    return Entrance(fresh, principal.role, complete=True)
