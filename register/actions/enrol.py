"""Enrol with a one-time link: choose a passphrase and, for staff, prove the first code."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Role
from register.actions.prove_code import CodeAnswer, half_way, is_good, refused, whole
from register.actions.sign_in import Entrance
from register.actions.tell import Notice, tell_everywhere
from register.store import accounts, audit, codes, links, passkeys, recovery_codes, sessions
from register.store.accounts import Account


def invited(session: Session, link: str, *, now: datetime) -> Account:
    """Whom a link invites, without using it. Raises LinkSpentError."""
    return accounts.account(session, int(links.about(session, link, links.ENROL, now=now)))


def choose_passphrase(
    session: Session, link: str, hashed: str, notice: Notice, *, browser: str, now: datetime
) -> Entrance:
    """Use the link up and keep the passphrase (its hash). Suppliers are in; staff go on to `prove_first_code`.

    What was proved before counts no more: all other sessions end. `notice` tells the person, once they are in.
    Raises LinkSpentError.
    """
    account = accounts.account(session, int(links.use(session, link, links.ENROL, now=now)))

    complete = account.role is Role.SUPPLIER

    links.void(session, links.ENROL, str(account.id), now=now)
    sessions.end_all(session, account.id, now=now)
    recovery_codes.drop(session, account.id)
    passkeys.drop(session, account.id)
    accounts.set_passphrase_hash(session, account.id, hashed)
    accounts.set_code_secret(session, account.id, None if complete else codes.new_secret())
    accounts.set_active(session, account.id, active=complete)
    audit.record(session, actor=account.actor, action="passphrase chosen", about=account.actor, at=now)
    secret = sessions.start(session, account.id, account.role, complete=complete, browser=browser, now=now)
    if complete:
        _enrolled(session, account, notice, now)
    return Entrance(secret, account.role, complete)


def prove_first_code(
    session: Session, secret: str, typed: str, notice: Notice, *, browser: str, now: datetime
) -> CodeAnswer:
    """Finish the enrolment of staff: from now on they may sign in, also with the codes on paper that come with it.

    Commit whatever comes of it. Raises NotHalfWayError.
    """
    account = half_way(session, secret, now=now, enrolled=False)

    good = is_good(session, account, secret, typed, now=now)
    if not good:
        return refused(session, account, secret, now=now)

    accounts.set_active(session, account.id, active=True)
    entrance = whole(session, account, secret, browser=browser, now=now)
    _enrolled(session, account, notice, now)
    return CodeAnswer(entrance, on_paper=recovery_codes.make(session, account.id, now=now))


def _enrolled(session: Session, account: Account, notice: Notice, now: datetime) -> None:
    audit.record(session, actor=account.actor, action="enrolled", about=account.actor, at=now)
    tell_everywhere(session, account, notice, "enrolled", now=now)
