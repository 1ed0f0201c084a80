"""Show a registrar why somebody asks to be withheld from the public; the trail keeps who read it, and why."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Permission, Principal
from register.exceptions import RegisterError
from register.store import audit, declarations
from register.store.protection_asked import Application


class ReasonNotTheirsToReadError(RegisterError):
    """Only who decides about protection reads why it is asked for."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"why {record_id} asks to be withheld is not theirs to read")


def show_protection_reason(
    session: Session, application: Application, purpose: str, *, by: Principal, now: datetime
) -> str:
    """Give the words in which somebody asks for protection; "" when they were erased.

    `purpose` says what the reader needs them for. Raises ReasonNotTheirsToReadError.
    """
    if not by.can(Permission.ACCEPT):
        raise ReasonNotTheirsToReadError(application.record_id)
    private = declarations.particulars_of(session, application.reference).particulars
    told = private.get(application.person_key)

    audit.record(
        session,
        actor=by.actor,
        action="reason for protection shown",
        about=application.record_id,
        at=now,
        facts={"declaration": application.reference, "reason": purpose.strip()},
    )
    return told.protection_reason if told else ""
