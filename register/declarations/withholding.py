"""A person is protected: named in what the register keeps, withheld in what it states; or named once more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bods.codelists import PersonType, SourceType
from bods.records import Person, Unspecified
from bods.statements import Statement
from register.declarations.person_record import ASKED, GRANTED, withheld_person
from register.declarations.statements import open_person, person_statements
from register.declarations.told import Told

__all__ = ["ASKED", "GRANTED", "withheld_person", "withheld_statements", "without_name"]


def withheld_statements(
    told: Told,
    record_id: str,
    reason: Unspecified = GRANTED,
    *,
    today: date,
    new_id: Callable[[], str],
) -> tuple[Statement, ...]:
    """Give the statements by which an open person record is withheld; none when it is, for the same reason, already.

    What was published before under a name has to be published again under its identifiers, without it: `without_name`.
    Raises RecordNotOpenError.
    """
    person = open_person(told, record_id)
    withheld = withheld_person(person, reason)
    if person == withheld:
        return ()
    return person_statements(
        told, record_id, withheld, today=today, new_id=new_id, source=SourceType.SELF_DECLARATION
    )


def without_name(told: Told, record_id: str, reason: Unspecified = GRANTED) -> tuple[Statement, ...]:
    """Give the statements that named a person, each under its own identifier and without who the person is."""
    return tuple(
        replace(each, record=withheld_person(each.record, reason), annotations=())
        for each in told.statements
        if each.record_id == record_id and isinstance(each.record, Person)
        if each.record.type is not PersonType.ANONYMOUS_PERSON
    )
