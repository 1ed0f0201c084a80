"""Erase a declared person's particulars: their key is destroyed, and with it whatever was sealed under it."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.store import audit, erasures, particulars
from register.store.erasures import Erasure


class NothingToEraseError(RegisterError):
    """No particulars are kept of this person: there never were any, or they were erased before."""

    def __init__(self, subject_record_id: str, person_key: str) -> None:
        self.subject_record_id, self.person_key = subject_record_id, person_key
        super().__init__(f"nothing private is kept of {person_key} of {subject_record_id}")


def erase_person(
    session: Session,
    subject_record_id: str,
    person_key: str,
    reason: str,
    *,
    erasure_list: Path,
    principal: Principal,
    now: datetime,
) -> None:
    """Erase particulars, papers and signed pages, and remember it apart from the database for after a restore.

    Statements, decisions and the audit trail stay. Raises NothingToEraseError.
    """
    kept = particulars.kept_of(session, subject_record_id, person_key)

    if not kept:
        raise NothingToEraseError(subject_record_id, person_key)
    erasure = Erasure(subject_record_id, person_key, now)

    erasures.apply(session, erasure, now)
    audit.record(
        session,
        actor=principal.actor,
        action="particulars erased",
        about=f"{subject_record_id}/{person_key}",
        at=now,
        facts={"reason": reason.strip()},
    )
    # Last, and before the commit: whoever is on the list is erased, now or at the next replay.
    erasures.remember(erasure_list, erasure)
