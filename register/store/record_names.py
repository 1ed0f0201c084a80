"""What a record is called, for those who work with the register: also where the public does not read its name."""

from sqlalchemy.orm import Session

from bods.records import Entity, Person, Record
from register.declarations.life import STANDING, WAITING
from register.store import companies, declarations, statements, withholding
from register.store.companies import CompanyNotFoundError


def name_of(session: Session, record_id: str) -> str:
    """The newest name under which a record was stated or declared; the record's identifier where there is none."""
    told = statements.about(session, record_id)
    stated = next((name for each in reversed(told) if (name := _stated(each.record))), None)
    return stated or _declared(session, record_id) or record_id


def _stated(record: Record) -> str:
    if isinstance(record, Person):
        return record.names[0].full_name if record.names else ""
    return (record.name or "") if isinstance(record, Entity) else ""


def _declared(session: Session, record_id: str) -> str | None:
    """The name in the newest answers of the company in whose network the record stands."""
    subject, found, _ = record_id.partition("-p-")
    if not found:
        return None
    try:
        company = companies.by_subject(session, subject)
    except CompanyNotFoundError:
        return None
    last = declarations.last(session, company.id, *WAITING, *STANDING)
    key = withholding.person_key(subject, record_id)
    people = last.answers.people if last else ()
    return next((each.full_name for each in people if each.key == key), None)
