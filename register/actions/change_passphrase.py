"""Choose another passphrase: with a code, when the old one is forgotten, or signed in, when it was given just now."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.sign_in import Entrance
from register.actions.tell import Notice, tell_everywhere
from register.store import accounts, audit, contact_changes, sent_codes, sessions
from register.store.accounts import Account
from register.store.sent_codes import CodeSpentError, Purpose


def reset_passphrase(
    session: Session, request: str, hashed: str, notice: Notice, *, browser: str, now: datetime
) -> Entrance:
    """Use up the proved request, keep the new passphrase (its hash), end all sessions and begin a new one.

    Changes of address or number that wait are undone: whoever asked for them knew the old passphrase.
    Raises CodeSpentError, also when access was taken away meanwhile.
    """
    asked = sent_codes.use(session, request, now=now)
    if asked.purpose is not Purpose.PASSPHRASE or asked.account_id is None:
        raise CodeSpentError
    account = accounts.account(session, asked.account_id)
    if not account.active or account.role is not Role.SUPPLIER or asked.contact not in account.contacts:
        raise CodeSpentError

    contact_changes.undo(session, account.id, now=now)
    _keep(session, account, hashed, notice, "passphrase reset", now)
    secret = sessions.start(session, account.id, account.role, complete=True, browser=browser, now=now)
    return Entrance(secret, account.role, complete=True)


def change_passphrase(
    session: Session, principal: Principal, hashed: str, notice: Notice, *, browser: str, now: datetime
) -> Entrance:
    """Keep the new passphrase (its hash) of somebody who gave the old one just now; all other browsers are out."""
    account = accounts.account(session, principal.account_id)

    _keep(session, account, hashed, notice, "passphrase changed", now)
    secret = sessions.start(session, account.id, account.role, complete=True, browser=browser, now=now)
    return Entrance(secret, account.role, complete=True)


def _keep(
    session: Session, account: Account, hashed: str, notice: Notice, action: str, now: datetime
) -> None:
    sent_codes.void(session, account.id)
    ended = sessions.end_all(session, account.id, now=now)
    accounts.set_passphrase_hash(session, account.id, hashed)
    facts = {"sessions ended": str(ended)}
    audit.record(session, actor=account.actor, action=action, about=account.actor, at=now, facts=facts)
    tell_everywhere(session, account, notice, "passphrase", now=now)
