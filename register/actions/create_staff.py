"""Give a member of staff an account, and a link to enrol with."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import STAFF, Role
from register.actions.invite import Invitation, invite
from register.exceptions import RegisterError
from register.store import accounts, audit


class NotStaffError(RegisterError):
    """The role is not one of staff."""

    def __init__(self, role: Role) -> None:
        self.role = role
        super().__init__(f"{role.value} is not a role of staff")


def create_staff(
    session: Session, email: str, name: str, role: Role, *, by: str, now: datetime, language: str = "en"
) -> Invitation:
    """Make the account and invite the person to it.

    Raises NotStaffError, EmailTakenError.
    """
    if role not in STAFF:
        raise NotStaffError(role)
    account = accounts.create(session, email, name, role, now=now, language=language)
    audit.record(
        session,
        actor=by,
        action="account created",
        about=account.actor,
        at=now,
        facts={"role": role.value},
    )
    return invite(session, account.id, by=by, now=now)
