"""Give a person a one-time link to enrol: when their account is made, or when passphrase or phone are lost."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from register.store import accounts, audit, links
from register.store.accounts import Account


@dataclass(frozen=True, slots=True, repr=False)
class Invitation:
    """Whom a link invites; `secret` is shown once and cannot be found again."""

    account: Account
    secret: str

    def address(self, base_url: str) -> str:
        """The link as it is handed over."""
        return f"{base_url.rstrip('/')}/enrol/{self.secret}"


def invite(session: Session, account_id: int, *, by: str, now: datetime) -> Invitation:
    """A new enrolment link, good once and for 72 hours; older ones stop working.

    What the person signs in with stays good until the link is used. Raises AccountUnknownError.
    """
    account = accounts.account(session, account_id)

    links.void(session, links.ENROL, str(account.id), now=now)
    secret = links.make(session, links.ENROL, str(account.id), now=now)
    audit.record(session, actor=by, action="invited", about=account.actor, at=now)
    return Invitation(account, secret)
