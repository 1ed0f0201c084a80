"""A supplier's person makes an account of their own, with an address or number they proved, and no company yet.

Who may act for which company is claimed afterwards: this account may do nothing for any.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Role
from register.actions.sign_in import Entrance
from register.actions.tell import Notice, tell_everywhere
from register.store import accounts, audit, sent_codes, sessions
from register.store.accounts import ContactTakenError
from register.store.sent_codes import CodeSpentError, Purpose


def register_supplier(
    session: Session,
    request: str,
    hashed: str,
    notice: Notice,
    *,
    browser: str,
    now: datetime,
    instead_of: str | None = None,
) -> Entrance:
    """Use up the proved request, make the account with its passphrase (the hash), and begin a session.

    Raises CodeSpentError, also when somebody else was quicker with the same contact.
    """
    asked = sent_codes.use(session, request, now=now)
    if asked.purpose is not Purpose.REGISTER:
        raise CodeSpentError

    try:
        made = accounts.create_for(
            session, asked.contact, asked.name, Role.SUPPLIER, now=now, language=asked.language
        )
    except ContactTakenError:
        raise CodeSpentError from None

    accounts.set_passphrase_hash(session, made.id, hashed)
    accounts.set_active(session, made.id, active=True)
    facts = {"by": asked.contact.kind.value}
    audit.record(session, actor=made.actor, action="registered", about=made.actor, at=now, facts=facts)
    tell_everywhere(session, made, notice, "registered", now=now)
    if instead_of:
        sessions.end(session, instead_of, now=now)
    secret = sessions.start(session, made.id, made.role, complete=True, browser=browser, now=now)
    return Entrance(secret, made.role, complete=True)
