"""Name a person once more whose protection was refused, or has ended: a new statement names them, no old one does."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from bods.codelists import PersonType, SourceType
from bods.parts import Unspecified
from bods.records import Identifier, Person
from bods.statements import NewStatementId
from register.actions.publish_statements import publish_statements
from register.actions.touch_processes import touch_processes
from register.actions.withhold_record import subject_of
from register.declarations.draft import PersonAnswer
from register.declarations.life import STANDING
from register.declarations.person_record import GRANTED, person_record
from register.declarations.statements import person_statements
from register.declarations.told import Told
from register.four_eyes import Proposal
from register.jurisdictions import Jurisdiction
from register.store import companies, declarations, identities, statements, withholding
from register.store.identities import ClaimNotFoundError
from register.store.withholding import Standing


def name_again(
    session: Session,
    proposal: Proposal,
    standing: Standing,
    *,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
) -> None:
    """Keep that a person is not protected (any more), and state who they are where they stand as withheld.

    What was published while they were withheld stays as it is.
    """
    records = (proposal.about, *withholding.same_person(session, proposal.about))
    known = withholding.standing_of(session, records)

    for record_id in records:
        if record_id == proposal.about or (
            record_id in known and known[record_id].standing is Standing.PROTECTED
        ):
            withholding.add(
                session, record_id, standing, Unspecified(GRANTED.reason), proposal_id=proposal.id, at=now
            )
            _state(session, record_id, now=now, today=today, jurisdiction=jurisdiction, new_id=new_id)


def _state(
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
        # Declared and not accepted yet: it is named when it is.
        return
    told = Told(statements.of_subject(session, subject))
    stated = told.open.get(record_id)
    answer = _answer(session, subject, record_id)
    if answer is None or stated is None or not _is_withheld(stated.record):
        return
    named = person_record(answer, _identifier(session, record_id, jurisdiction))
    made = person_statements(
        told, record_id, named, today=today, new_id=new_id, source=SourceType.SELF_DECLARATION
    )
    statements.append_all(session, made, now)
    publish_statements(session, subject, jurisdiction=jurisdiction, now=now)
    touch_processes(session, subject, now=now)


def _is_withheld(record: object) -> bool:
    return isinstance(record, Person) and record.type is PersonType.ANONYMOUS_PERSON


def _answer(session: Session, subject: str, record_id: str) -> PersonAnswer | None:
    """What the last accepted declaration tells of the person."""
    company = companies.by_subject(session, subject)
    last = declarations.last(session, company.id, *STANDING)
    key = withholding.person_key(subject, record_id)
    return next((each for each in last.answers.people if each.key == key), None) if last else None


def _identifier(session: Session, record_id: str, jurisdiction: Jurisdiction) -> Identifier | None:
    try:
        claim = identities.claim_of(session, record_id)
    except ClaimNotFoundError:
        return None
    if claim.confirmed_at is None:
        return None
    return Identifier(id=claim.public_identifier, scheme_name=jurisdiction.person_identifier_scheme_name)
