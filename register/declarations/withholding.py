"""A person is protected: named in what the register keeps, withheld in what it states; or named once more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bods.codelists import PersonType, SourceType, UnspecifiedReason
from bods.records import Person, Unspecified
from bods.statements import Statement
from register.declarations.draft import Draft
from register.declarations.person_record import ASKED, GRANTED, withheld_person
from register.declarations.statements import open_person, person_statements
from register.declarations.told import Told

#: What is stated of a child.
MINOR = Unspecified(
    UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE,
    "The person is a child: who they are is known to the register, and is not published.",
)

__all__ = ["ASKED", "GRANTED", "MINOR", "minors", "withheld_person", "withheld_statements", "without_name"]


def minors(answers: Draft, day: date, majority_age: int) -> dict[str, Unspecified]:
    """Why children are withheld, by person key: whoever has not reached the age of majority on a day, by their birthday."""
    return {
        key: MINOR
        for key, private in answers.particulars.items()
        if private.birth_date is not None and _years(private.birth_date, day) < majority_age
    }


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


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
