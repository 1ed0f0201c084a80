"""Old dates as 0.4 writes them.

Until 0.3 most dates could be anything that ISO 8601 knows: a year, a month, a week, a day of the year, a moment. 0.4
takes full dates (births and deaths may be a year or a month), and moments for what is said, published and retrieved.
"""

import re
from datetime import UTC, date, datetime, timedelta

from bods.upgrade.here import Here
from bods.upgrade.values import Value

_FULL = len("2024-01-31")
_ROUNDED = "Written as the first day of that year, month or week: 0.4 wants a full date here."
_WITHOUT_TIME = "Written without the time of day: 0.4 wants a date alone here."
_AT_A_TIME = re.compile(r"^(?P<day>[^T\s]+)[T\s]\d", re.IGNORECASE)
_RFC_3339 = re.compile(
    r"^\d{4}-\d\d-\d\dT(([01]\d|2[0-3]):[0-5]\d:[0-5]\d|23:59:60)(\.\d+)?(Z|[+-]\d\d:\d\d)$", re.IGNORECASE
)
_MONTH = re.compile(r"^(\d{4})-?(0[1-9]|1[0-2])$")
_YEAR = re.compile(r"^(\d{4})$")
_DAY_OF_YEAR = re.compile(r"^(\d{4})-?(\d{3})$")
_WEEK = re.compile(r"^\d{4}-?W\d{2}$")


def day(old: Value, here: Here) -> Value:
    """Give a full date: the first day of a year, month or week, as the standard's guidance allows; both are told."""
    if not isinstance(old, str) or is_full_date(old):
        return old
    return _told(old, here, first_day(old))


def life_day(old: Value, here: Here) -> Value:
    """Give the day of a birth or death; a year or a month alone stays one."""
    if not isinstance(old, str) or is_full_date(old) or _YEAR.match(old):
        return old
    month = _MONTH.match(old)
    if month:
        return "-".join(month.groups())
    return _told(old, here, first_day(old))


def moment(old: Value, here: Here) -> Value:
    """Give a date or a date and time; a time without a zone is told and counts as UTC."""
    if not isinstance(old, str) or is_full_date(old) or _RFC_3339.match(old):
        return old
    try:
        read = datetime.fromisoformat(old) if _AT_A_TIME.match(old) else None
    except ValueError:
        read = None
    if read is None:
        return _told(old, here, first_day(old))
    if read.tzinfo is None:
        here.tell_it("Counted as UTC, since 0.4 wants the zone of a time.")
        read = read.replace(tzinfo=UTC)
    return read.isoformat()


def first_day(old: str) -> tuple[str, str] | None:
    """Give the day that an ISO 8601 date is or begins with, and what it said besides; None when it is no date."""
    text = old.removeprefix("+")
    at_a_time = _AT_A_TIME.match(text)
    if at_a_time:
        text = at_a_time["day"]
    found = _begins(text)
    if found is None:
        return None
    begins, exact = found
    besides = "" if exact else _ROUNDED
    return begins.isoformat(), _WITHOUT_TIME if at_a_time else besides


def _begins(text: str) -> tuple[date, bool] | None:
    try:
        if month := _MONTH.match(text):
            return date(int(month[1]), int(month[2]), 1), False
        if year := _YEAR.match(text):
            return date(int(year[1]), 1, 1), False
        if of_year := _DAY_OF_YEAR.match(text):
            first = date(int(of_year[1]), 1, 1)
            found = first + timedelta(days=int(of_year[2]) - 1)
            return (found, True) if found.year == first.year else None
        return date.fromisoformat(text), not _WEEK.match(text)
    except (ValueError, OverflowError):
        return None


def _told(old: str, here: Here, found: tuple[str, str] | None) -> str:
    if found is None:
        return old
    text, besides = found
    if besides:
        here.tell_it(besides)
    return text


def is_full_date(old: Value) -> bool:
    """Say whether a value has the form of a full date; whether there is such a day is asked of the whole statement."""
    return isinstance(old, str) and len(old) == _FULL and old[4] == "-" == old[7]
