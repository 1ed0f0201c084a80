"""Give a person back the access that was taken away."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.store import accounts, audit


class NotEnrolledError(RegisterError):
    """The person never finished enrolling: they need a new link instead."""

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id
        super().__init__(f"account {account_id} never finished enrolling")


def reactivate_account(session: Session, account_id: int, *, by: str, now: datetime) -> None:
    """Open the account again, with the passphrase and code it had. Raises AccountUnknownError, NotEnrolledError."""
    account = accounts.account(session, account_id)
    if not account.enrolled:
        raise NotEnrolledError(account_id)

    accounts.set_active(session, account.id, active=True)
    audit.record(session, actor=by, action="account reactivated", about=account.actor, at=now)
