"""What a declaration states, against what was stated before: the statements new, updated and closed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from bods.codelists import SourceType
from bods.lifecycle import Stamp, statements_between
from bods.network import Network
from bods.records import Identifier, Person, Source, Unspecified
from bods.statements import Statement
from register.declarations.confirming import confirmation_statements
from register.declarations.draft import Draft
from register.declarations.ending import with_end_dates
from register.declarations.former import with_ended, with_former_parts
from register.declarations.network import PERSON_SCHEME_NAME, network_of
from register.declarations.stakes import Law
from register.declarations.stamps import declared_stamp
from register.declarations.told import Told, changed
from register.exceptions import RegisterError

__all__ = [
    "RecordNotOpenError",
    "Told",
    "changed",
    "confirmed_statements",
    "statements",
]


class RecordNotOpenError(RegisterError):
    """A person record is not in the network as it stands: it was closed, or never accepted."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"there is no open person record {record_id}")


def statements(
    draft: Draft,
    subject_record_id: str,
    told: Told,
    *,
    law: Law,
    today: date,
    declaration: str,
    new_id: Callable[[], str],
    confirmed: Mapping[str, str] | None = None,
    person_scheme_name: str = PERSON_SCHEME_NAME,
    withheld: Mapping[str, Unspecified] | None = None,
    named: Collection[str] = (),
) -> tuple[Statement, ...]:
    """Give the statements by which a declaration changes what was told, in the order of publication.

    They speak of `today`, or of the last day told of when that is later: what is stated later is never overtaken by
    what was stated before. `confirmed` gives public identifiers by person key. `withheld` gives the reason for people
    who are protected, by person key; `named` are those whose protection was refused: who asks for it is withheld until
    then.
    """
    past = told.past(confirmed or {}, withheld, named)
    after = network_of(
        draft, subject_record_id, law, past, person_scheme_name=person_scheme_name, today=today
    )
    before = told.network(subject_record_id)
    after = with_former_parts(before, with_ended(before, after))
    if before.records and dict(before.records) == dict(after.records):
        return confirmation_statements(
            told, subject_record_id, draft.company.name, today=today, declaration=declaration, new_id=new_id
        )
    stamp = declared_stamp(draft.company.name, max(today, told.last_day), declaration, new_id)
    made = statements_between(before, after, stamp, ever_closed=told.closed)
    return with_end_dates(made, draft, subject_record_id, today)


def confirmed_statements(
    told: Told,
    record_id: str,
    identifier: Identifier,
    *,
    today: date,
    new_id: Callable[[], str],
    source: SourceType = SourceType.SELF_DECLARATION,
) -> tuple[Statement, ...]:
    """Give the statements by which a person record takes the register's own identifier; none if it bears it already.

    They belong to the last declaration. Raises RecordNotOpenError.
    """
    person = open_person(told, record_id)
    if identifier in person.identifiers:
        return ()
    others = tuple(each for each in person.identifiers if each.scheme_name != identifier.scheme_name)
    return person_statements(
        told,
        record_id,
        replace(person, identifiers=(*others, identifier)),
        today=today,
        new_id=new_id,
        source=source,
    )


def open_person(told: Told, record_id: str) -> Person:
    """Give a person record as it stands. Raises RecordNotOpenError."""
    statement = told.open.get(record_id)
    if statement is None or not isinstance(statement.record, Person):
        raise RecordNotOpenError(record_id)
    return statement.record


def person_statements(
    told: Told,
    record_id: str,
    person: Person,
    *,
    today: date,
    new_id: Callable[[], str],
    source: SourceType,
) -> tuple[Statement, ...]:
    """Give the statements by which one open person record becomes another; they belong to the last declaration."""
    before = told.network(told.open[record_id].declaration_subject)
    after = Network(before.subject, {**before.records, record_id: person})
    stamp = Stamp(
        statement_date=max(today, told.last_day).isoformat(),
        declaration=told.last_declaration,
        source=Source(type=(source,)),
        new_id=new_id,
    )
    return statements_between(before, after, stamp, ever_closed=told.closed)
