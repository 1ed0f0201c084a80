"""Sign in with address and passphrase, in three parts, so that the slow check holds up no one else.

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

#: Tries an hour that reach the hash: for one address of mail, and for one neighbourhood of the network.
TRIES_OF_ACCOUNT = 10
TRIES_OF_NEIGHBOURHOOD = 300


@dataclass(frozen=True, slots=True, repr=False)
class Attempt:
    """Somebody says who they are. `barred`: there were too many tries, and nothing more is checked."""

    email: str
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


def knock(session: Session, email: str, address: str, *, now: datetime) -> Attempt:
    """Count the try, for known and unknown addresses alike, and find what to check against. Commit afterwards."""
    who, where = accounts.folded(email), neighbourhood(address)

    of_account = throttles.count(session, "sign-in", who, now=now)
    of_neighbourhood = throttles.count(session, "sign-in from", where, now=now)
    account = accounts.by_email(session, who)
    if of_account > TRIES_OF_ACCOUNT or of_neighbourhood > TRIES_OF_NEIGHBOURHOOD:
        # Said once: a flood of tries must not become a flood of events.
        if of_account == TRIES_OF_ACCOUNT + 1 or of_neighbourhood == TRIES_OF_NEIGHBOURHOOD + 1:
            _note(session, account, "sign-in barred", now)
        return Attempt(who, where, barred=True)

    kept = accounts.passphrase_hash(session, account.id) if account and account.active else None
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
    throttles.clear(session, "sign-in", attempt.email)
    throttles.give_back(session, "sign-in from", attempt.neighbourhood, now=now)
    if complete:
        audit.record(session, actor=account.actor, action="signed in", about=account.actor, at=now)
    return Entrance(secret, account.role, complete)


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
