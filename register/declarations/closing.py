"""The company is no more: all that was told of it ends, on the day it ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bods.lifecycle import statements_between
from bods.network import Network
from bods.records import Entity, Interest, Record, Relationship
from bods.statements import Statement
from register.declarations.stamps import declared_stamp
from register.declarations.told import Told


def dissolution_statements(
    told: Told,
    subject_record_id: str,
    company: str,
    *,
    dissolved: date,
    today: date,
    declaration: str,
    new_id: Callable[[], str],
) -> tuple[Statement, ...]:
    """Give the statements that close every open record of a company that was dissolved; none when none is open.

    The company's own record says the day; interests that had no end date end on it, unless they began later.
    """
    stamp = declared_stamp(company, max(today, told.last_day), declaration, new_id)
    last = {
        record_id: _dissolved(record, dissolved)
        if record_id == subject_record_id
        else ended(record, dissolved)
        for record_id, record in told.records.items()
    }
    before, after = Network(subject_record_id, last), Network(subject_record_id, {})
    return statements_between(before, after, stamp, ever_closed=told.closed)


def ended(record: Record, day: date) -> Record:
    """Give a record with the end date of all interests that had none."""
    if not isinstance(record, Relationship):
        return record
    return replace(record, interests=tuple(_ended(each, day) for each in record.interests))


def _ended(interest: Interest, day: date) -> Interest:
    if interest.end_date or (interest.start_date and interest.start_date > day):
        return interest
    return replace(interest, end_date=day)


def _dissolved(record: Record, day: date) -> Record:
    return replace(record, dissolution_date=day) if isinstance(record, Entity) else record
