"""Withhold a record from the public: a person who is protected, or what should never have been published."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.codelists import UnspecifiedReason
from bods.parts import Unspecified
from bods.records import Person
from bods.statements import NewStatementId
from register.actions.publish_statements import publish_statements
from register.actions.touch_processes import touch_processes
from register.declarations.told import Told
from register.declarations.withholding import GRANTED, withheld_statements
from register.exceptions import RegisterError
from register.four_eyes import Proposal
from register.jurisdictions import Jurisdiction
from register.store import audit, published_redactions, statements, withholding
from register.store.order import take_turn
from register.store.withholding import Standing

#: What the public reads of a record that was redacted, unless the proposal has words of its own.
REDACTED = "Taken out of the public register by a decision of two registrars."


class SubjectWithheldError(RegisterError):
    """A declaration's own company must be named: it cannot be withheld."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"{record_id} is the company that declared, and must be named")


class RecordUnknownError(RegisterError):
    """Nothing was ever stated about this record."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"nothing was stated about record {record_id}")


def protect_person(
    session: Session,
    proposal: Proposal,
    *,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> tuple[int, ...]:
    """Withhold a person in every declaration in which it is confirmed that they stand; give the log's new numbers.

    What is stated of them from now on withholds them, and what was published before is published anew under its own
    identifiers, without them.
    """
    records = (proposal.about, *withholding.same_person(session, proposal.about))

    for record_id in records:
        withholding.add(session, record_id, Standing.PROTECTED, GRANTED, proposal_id=proposal.id, at=now)
        _state_withheld(session, record_id, now=now, today=today, jurisdiction=jurisdiction, new_id=new_id)
    return _redact(session, records, GRANTED, proposal.about, proposal.id, now)


def _state_withheld(
    session: Session,
    record_id: str,
    *,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    subject = subject_of(session, record_id)
    if subject is None:
        # Declared and not accepted yet: it is withheld when it is.
        return
    told = Told(statements.of_subject(session, subject))
    standing = told.open.get(record_id)
    if standing is None or not isinstance(standing.record, Person):
        return
    made = withheld_statements(told, record_id, GRANTED, today=today, new_id=new_id)
    statements.append_all(session, made, now)
    publish_statements(session, subject, jurisdiction=jurisdiction, now=now)
    touch_processes(session, subject, now=now)


def redact_record(session: Session, proposal: Proposal, *, now: datetime) -> tuple[int, ...]:
    """Take what was published of one record out of the public copy, and give the log's new numbers.

    Raises RecordUnknownError, SubjectWithheldError.
    """
    refuse_redaction(session, proposal.about)
    code = next(
        (each for each in UnspecifiedReason if each.value == proposal.what.get("reason")),
        UnspecifiedReason.INFORMATION_UNKNOWN_TO_PUBLISHER,
    )
    unspecified = Unspecified(code, proposal.what.get("words") or REDACTED)

    withholding.add(session, proposal.about, Standing.REDACTED, unspecified, proposal_id=proposal.id, at=now)
    return _redact(session, (proposal.about,), unspecified, proposal.about, proposal.id, now)


def extend_protection(session: Session, record_id: str, *, now: datetime) -> tuple[int, ...]:
    """Withhold what was published of somebody who turned out to be a person the register protects elsewhere."""
    hidden = withholding.protection_elsewhere(session, record_id)
    if hidden is None:
        return ()
    return _redact(session, (record_id,), hidden.unspecified, record_id, hidden.proposal_id, now)


def refuse_redaction(session: Session, record_id: str) -> None:
    """Raises RecordUnknownError, SubjectWithheldError."""
    subject = subject_of(session, record_id)
    if subject is None:
        raise RecordUnknownError(record_id)
    if subject == record_id:
        raise SubjectWithheldError(record_id)


def subject_of(session: Session, record_id: str) -> str | None:
    """The company in whose network a record stands; None when nothing was stated of it."""
    told = statements.about(session, record_id)
    return told[-1].declaration_subject if told else None


def _redact(
    session: Session,
    records: Iterable[str],
    unspecified: Unspecified,
    about: str,
    proposal_id: int | None,
    now: datetime,
) -> tuple[int, ...]:
    # Publishing writes its audit entry and then the log: in the same order here, neither waits for the other.
    take_turn(session, audit.SERIES)
    given = published_redactions.redact(session, records, unspecified, proposal_id=proposal_id, at=now)
    if given:
        audit.record(
            session,
            actor="register",
            action="published texts redacted",
            about=about,
            at=now,
            facts={"proposal": str(proposal_id or ""), "first": str(given[0]), "last": str(given[-1])},
        )
    return given
