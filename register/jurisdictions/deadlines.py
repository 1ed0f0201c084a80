"""Days by which something is due: counted from the day it happened, and moved past days when offices are closed."""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

#: In the order of `date.weekday`.
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Calendar:
    """When offices of a place are closed: weekdays (0 is Monday), days of each year, days around Easter, single days.

    `yearly` holds (month, day); `around_easter` holds days after Easter Sunday, negative before. A yearly holiday that
    falls on a Sunday is kept on the next day that is none, where `sunday_moves` says so.
    """

    closed_weekdays: frozenset[int] = frozenset()
    yearly: frozenset[tuple[int, int]] = frozenset()
    around_easter: frozenset[int] = frozenset()
    single: frozenset[date] = frozenset()
    sunday_moves: bool = True

    def is_holiday(self, day: date) -> bool:
        """Whether a public holiday is kept on this day."""
        return day in _holidays(self, day.year)

    def is_open(self, day: date) -> bool:
        """Whether offices are open on this day."""
        return day.weekday() not in self.closed_weekdays and not self.is_holiday(day)


@cache
def _holidays(calendar: Calendar, year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    kept = {easter + timedelta(days) for days in calendar.around_easter}
    kept |= {day for day in calendar.single if day.year == year}
    moved = []
    for month, day in sorted(calendar.yearly):
        if (month, day) == (2, 29) and not isleap(year):
            continue
        holiday = date(year, month, day)
        kept.add(holiday)
        if calendar.sunday_moves and holiday.weekday() == SUNDAY:
            moved.append(holiday)
    return frozenset(kept | _moved(moved, kept))


def _moved(from_sundays: Iterable[date], kept: set[date]) -> set[date]:
    found: set[date] = set()
    for holiday in from_sundays:
        day = holiday + timedelta(1)
        while day in kept or day in found:
            day += timedelta(1)
        found.add(day)
    return found


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    shift = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def due_after(day: date, days: int, calendar: Calendar) -> date:
    """The last day to do something within so many days: the day itself is not counted, a closed last day moves on."""
    due = day + timedelta(days)
    while not calendar.is_open(due):
        due += timedelta(1)
    return due


def due_before(day: date, calendar: Calendar) -> date:
    """The last day to do something that is due on a day: a day when offices are closed moves back."""
    while not calendar.is_open(day):
        day -= timedelta(1)
    return day


def months_after(day: date, months: int, calendar: Calendar) -> date:
    """The last day to confirm again, so many months after a day; the end of a month stays within its month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return due_after(date(year, month, min(day.day, last)), 0, calendar)


def local_day(moment: datetime, timezone: str) -> date:
    """The day of a moment in a place, such as Africa/Nairobi."""
    return moment.astimezone(ZoneInfo(timezone)).date()


def days_late(done_on: date, due_on: date) -> int:
    """By how many days something was late; 0 when it was not."""
    return max((done_on - due_on).days, 0)
