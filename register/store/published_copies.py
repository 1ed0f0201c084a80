"""What anybody may see of a statement: without particulars, and without whom the register withholds."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bods.codelists import PersonType
from bods.parts import Agent, Unspecified
from bods.records import Person
from bods.redaction import public_copy, withheld_copy
from bods.statements import PublicationDetails, Statement
from register.jurisdictions import Jurisdiction
from register.store import withholding


def copies(
    session: Session, statements: Iterable[Statement], jurisdiction: Jurisdiction, at: datetime
) -> tuple[Statement, ...]:
    """Statements as they would be published at a moment; nothing is published."""
    wanted = list(statements)
    withheld = withholding.withheld(session, {each.record_id for each in wanted})
    details = _details(jurisdiction, at)
    return tuple(replace(_withheld_or_public(each, withheld), publication=details) for each in wanted)


def _withheld_or_public(statement: Statement, withheld: Mapping[str, Unspecified]) -> Statement:
    hidden = withheld.get(statement.record_id)
    if isinstance(statement.record, Person) and statement.record.type is PersonType.ANONYMOUS_PERSON:
        # Whatever else the record has come to hold, such as the register's own identifier of the person.
        hidden = hidden or statement.record.unspecified
    return withheld_copy(statement, hidden) if hidden else public_copy(statement)


def _details(jurisdiction: Jurisdiction, at: datetime) -> PublicationDetails:
    # In the place's own time, so that the day agrees with the day the statement speaks of.
    moment = at.astimezone(ZoneInfo(jurisdiction.timezone)).isoformat(timespec="seconds")
    publisher = Agent(name=jurisdiction.publisher_name, url=jurisdiction.publisher_url or None)
    return PublicationDetails(publication_date=moment, publisher=publisher, license=jurisdiction.licence)
