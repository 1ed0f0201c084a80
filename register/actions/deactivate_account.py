"""Take a person's access away: at once, in every browser."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.store import accounts, audit, links, sessions


class OwnAccountError(RegisterError):
    """Administrators cannot shut themselves out: another administrator does it, so one is always left."""

    def __init__(self) -> None:
        super().__init__("one's own account cannot be deactivated")


def deactivate_account(session: Session, account_id: int, *, by: str, now: datetime) -> None:
    """Close the account, end its sessions and make its open links useless.

    Raises AccountUnknownError, OwnAccountError.
    """
    account = accounts.account(session, account_id)
    if account.actor == by:
        raise OwnAccountError

    accounts.set_active(session, account.id, active=False)
    ended = sessions.end_all(session, account.id, now=now)
    links.void(session, links.ENROL, str(account.id), now=now)
    audit.record(
        session,
        actor=by,
        action="account deactivated",
        about=account.actor,
        at=now,
        facts={"sessions ended": str(ended)},
    )
