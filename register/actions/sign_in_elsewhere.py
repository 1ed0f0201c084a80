"""Sign in as the person that an OpenID Connect provider vouches for. It never makes an account of staff."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from register.access import Role
from register.actions.sign_in import Entrance
from register.actions.tell import Notice, tell_everywhere
from register.gateways.oidc import Told
from register.store import accounts, audit, elsewhere, sent_codes, sessions
from register.store.accounts import Account
from register.store.contacts import Contact, ContactKind, contact
from register.store.sent_codes import Asked, Purpose

LONG_AGO = timedelta(days=1)


def sign_in_elsewhere(
    session: Session,
    issuer: str,
    told: Told,
    notice: Callable[[Account], Notice],
    *,
    browser: str,
    now: datetime,
    language: str = "en",
    instead_of: str | None = None,
) -> Entrance | str | None:
    """Begin a session for the account that this person has, or that has their verified address; `notice` tells it then.

    Staff are half-way unless the provider asked for a second proof. For an address that nobody has: the secret of a
    proved request, with which a supplier chooses a passphrase and gets an account. None when there is no way in.
    """
    account = _account(session, issuer, told, notice, now)

    if account is None:
        reached = contact(told.email, "") if told.email else None
        account = accounts.by_email(session, reached.value) if reached else None
        if reached is not None and reached.kind is ContactKind.EMAIL and account is None:
            return _newcomer(session, reached, told, language, now)
    if account is None or not account.active:
        about = account.actor if account else "account:unknown"
        audit.record(session, actor="public", action="sign-in refused", about=about, at=now)
        return None

    complete = account.role is Role.SUPPLIER or told.proved_twice
    if instead_of:
        sessions.end(session, instead_of, now=now)
    secret = sessions.start(
        session,
        account.id,
        account.role,
        complete=complete,
        browser=browser,
        now=now,
        # Nobody typed anything here: what needs a fresh proof asks for the passphrase.
        proved_at=now - LONG_AGO,
    )
    if complete:
        facts = {"with": "provider"}
        audit.record(
            session, actor=account.actor, action="signed in", about=account.actor, at=now, facts=facts
        )
    return Entrance(secret, account.role, complete)


def _account(
    session: Session, issuer: str, told: Told, notice: Callable[[Account], Notice], now: datetime
) -> Account | None:
    """The account of this person; one that has their verified address is joined to them, once."""
    joined = elsewhere.account_of(session, issuer, told.subject)
    if joined is not None:
        return accounts.account(session, joined)
    account = accounts.by_email(session, told.email) if told.email else None
    if account is None or not account.active:
        return None
    elsewhere.join(session, issuer, told.subject, account.id, now=now)
    audit.record(session, actor=account.actor, action="joined a provider", about=account.actor, at=now)
    tell_everywhere(session, account, notice(account), "joined elsewhere", now=now)
    return account


def _newcomer(session: Session, reached: Contact, told: Told, language: str, now: datetime) -> str:
    name = told.name or reached.value.partition("@")[0]
    wanted = Asked(Purpose.REGISTER, None, reached, name, language, proved=True)
    return sent_codes.ask(session, wanted, None, now=now)
