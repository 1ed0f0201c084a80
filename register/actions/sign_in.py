"""Sign in with address or number and passphrase, in three parts, so that the slow check holds up no one else.

attempt = knock(...)          counted; the door commits
proved = proves(attempt, ...)  slow, outside any transaction
entrance = enter(...)         the door commits, whatever came of it
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Role
from register.store import accounts, audit, passphrases, sessions, throttles
from register.store.accounts import Account
from register.store.contacts import folded

#: Tries an hour that reach the hash: for one address or number, and so for one account, and for one neighbourhood.
TRIES_OF_ACCOUNT = 10
TRIES_OF_NEIGHBOURHOOD = 300
#: The counter of one account under all its names.
IN_ALL = "sign-in, any name"


@dataclass(frozen=True, slots=True, repr=False)
class Attempt:
    """Somebody says who they are. `barred`: there were too many tries, and nothing more is checked."""

    #: The address or number that was typed, as it is found.
    name: str
    neighbourhood: str
    barred: bool
    account: Account | None = None
    kept: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Entrance:
    """A session that began. `complete` is False while the code of staff is still awaited."""

    secret: str
    role: Role
    complete: bool

    @property
    def lasts(self) -> int:
        """Seconds for which the cookie is kept."""
        return sessions.lasts(self.role)


def knock(session: Session, name: str, address: str, *, now: datetime) -> Attempt:
    """Count the try, for known and unknown names alike, and find what to check against. Commit afterwards.

    `name` is an address or number as `contacts.spelled` writes it; `address` is where on the network it comes from.
    """
    who, where = folded(name), neighbourhood(address)

    of_account = throttles.count(session, "sign-in", who, now=now)
    of_neighbourhood = throttles.count(session, "sign-in from", where, now=now)
    account = accounts.by_contact(session, who)
    if of_account > TRIES_OF_ACCOUNT or of_neighbourhood > TRIES_OF_NEIGHBOURHOOD:
        # Said once: a flood of tries must not become a flood of events.
        if of_account == TRIES_OF_ACCOUNT + 1 or of_neighbourhood == TRIES_OF_NEIGHBOURHOOD + 1:
            _note(session, account, "sign-in barred", now)
        return Attempt(who, where, barred=True)

    kept = accounts.passphrase_hash(session, account.id) if account and account.active else None
    if account is not None and throttles.count(session, IN_ALL, account.actor, now=now) > TRIES_OF_ACCOUNT:
        # Tried under address and number in turn. That both are one person's must not show: any passphrase is wrong.
        kept = None
    return Attempt(who, where, barred=False, account=account, kept=kept)


def proves(attempt: Attempt, passphrase: str) -> bool:
    """Whether the passphrase is right; takes as long for an address that nobody has. Asks no database."""
    return not attempt.barred and passphrases.matches(attempt.kept, passphrase)


def enter(
    session: Session,
    attempt: Attempt,
    *,
    proved: bool,
    browser: str,
    now: datetime,
    instead_of: str | None = None,
) -> Entrance | None:
    """Begin a session if the passphrase was right; None, and an entry in the audit trail, if not.

    `instead_of` is the secret of the session the browser came with: it ends here.
    """
    account = attempt.account
    if attempt.barred:
        return None
    # Asked again: access may have been taken away while the passphrase was being checked.
    if not proved or account is None or not accounts.account(session, account.id).active:
        _note(session, account, "sign-in refused", now)
        return None

    complete = account.role is Role.SUPPLIER
    if instead_of:
        sessions.end(session, instead_of, now=now)
    secret = sessions.start(session, account.id, account.role, complete=complete, browser=browser, now=now)
    forget_slips(session, attempt, account, now=now)
    if complete:
        audit.record(session, actor=account.actor, action="signed in", about=account.actor, at=now)
    return Entrance(secret, account.role, complete)


def forget_slips(session: Session, attempt: Attempt, account: Account, *, now: datetime) -> None:
    """Who knows the passphrase is not held back by earlier slips."""
    throttles.clear(session, "sign-in", attempt.name)
    throttles.clear(session, IN_ALL, account.actor)
    throttles.give_back(session, "sign-in from", attempt.neighbourhood, now=now)


def neighbourhood(address: str) -> str:
    """The part of the network an address lies in: /24 of IPv4, /64 of IPv6."""
    try:
        written = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(written, ipaddress.IPv6Address) and written.ipv4_mapped:
        written = written.ipv4_mapped
    return str(ipaddress.ip_network((written, 24 if written.version == 4 else 64), strict=False))


def _note(session: Session, account: Account | None, action: str, now: datetime) -> None:
    # The address that was typed is not kept: it may be a passphrase in the wrong box.
    audit.record(
        session, actor="public", action=action, about=account.actor if account else "account:unknown", at=now
    )
