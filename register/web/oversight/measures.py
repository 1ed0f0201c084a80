"""The days by which oversight measures: since when a declaration still stands, and by when one was due."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from register.jurisdictions import Jurisdiction
from register.jurisdictions.deadlines import due_after
from register.store.coverage import ChangeLine

#: Timeliness is told of so many days.
YEAR = timedelta(365)


def stands_since(law: Jurisdiction, today: date) -> datetime:
    """The first moment of the earliest day on which what was declared need not be confirmed yet."""
    day = today
    while law.confirmation_due(day - timedelta(1)) >= today:
        day -= timedelta(1)
    return _begins(law, day)


def due_days(law: Jurisdiction, awarded: Iterable[date], today: date) -> Mapping[date, datetime]:
    """For awards of each day, the end of the last day to declare; days of which that is not over yet are left out."""
    due = {day: due_after(day, law.declaration_deadline_days, law.calendar) for day in awarded}
    return {day: _begins(law, last + timedelta(1)) for day, last in due.items() if last < today}


def in_time(law: Jurisdiction, changes: Iterable[ChangeLine]) -> tuple[int, int]:
    """Of changes, how many were told within the days allowed, and how many there are."""
    told = good = 0
    for each in changes:
        told += 1
        good += was_in_time(law, each)
    return good, told


def was_in_time(law: Jurisdiction, change: ChangeLine) -> bool:
    """Whether a change was told within the days that the law allows."""
    return law.day_of(change.signed_at) <= law.change_due(change.happened_on)


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """How much of the whole a part is, in percent with one decimal; nothing of nothing."""
    return round(100 * part / whole, 1) if whole else Decimal(0)


def _begins(law: Jurisdiction, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(law.timezone))
