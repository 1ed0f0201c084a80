"""Deadlines: counted without the day itself, moved past days when offices are closed."""

from datetime import UTC, date, datetime

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from register.jurisdictions import load
from register.jurisdictions.deadlines import (
    Calendar,
    days_late,
    due_after,
    due_before,
    easter_sunday,
    local_day,
    months_after,
)

KENYA = load("kenya_makueni")
ALWAYS_OPEN = Calendar()


@given(st.integers(1600, 4000))
def test_easter_is_when_the_church_keeps_it(year: int) -> None:
    assert easter_sunday(year) == easter(year)


def test_the_day_itself_is_not_counted() -> None:
    assert due_after(date(2026, 3, 2), 14, ALWAYS_OPEN) == date(2026, 3, 16)


def test_the_report_of_a_month_is_due_by_the_fifteenth_of_the_next() -> None:
    assert KENYA.report_due(date(2026, 3, 9)) == date(2026, 4, 15)
    assert KENYA.report_due(date(2026, 12, 31)) == date(2027, 1, 15)


def test_where_offices_are_closed_on_the_day_of_the_report_it_is_due_the_day_before() -> None:
    # 15 November 2026 is a Sunday; so many days before it are closed.
    assert KENYA.report_due(date(2026, 10, 1)) == date(2026, 11, 13)
    assert due_before(date(2026, 4, 6), KENYA.calendar) == date(2026, 4, 2)


def test_a_period_that_ends_on_a_sunday_ends_on_monday() -> None:
    assert due_after(date(2026, 3, 1), 14, KENYA.calendar) == date(2026, 3, 16)


def test_a_period_that_ends_at_easter_ends_when_offices_open_again() -> None:
    # Good Friday is 3 April 2026, Easter Monday 6 April.
    assert due_after(date(2026, 3, 20), 14, KENYA.calendar) == date(2026, 4, 7)


def test_a_holiday_on_a_sunday_is_kept_on_monday() -> None:
    # Christmas 2022 was a Sunday, and Monday was Boxing Day already: Tuesday was off as well.
    assert not KENYA.calendar.is_open(date(2022, 12, 27))
    assert KENYA.calendar.is_open(date(2022, 12, 28))


def test_a_year_after_a_leap_day_is_the_last_of_february() -> None:
    assert months_after(date(2024, 2, 29), 12, ALWAYS_OPEN) == date(2025, 2, 28)


def test_a_month_after_the_end_of_the_year_is_in_the_next() -> None:
    assert months_after(date(2025, 12, 31), 2, ALWAYS_OPEN) == date(2026, 2, 28)


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(0, 400))
def test_a_deadline_is_never_early_and_always_on_a_day_when_offices_are_open(day: date, days: int) -> None:
    due = due_after(day, days, KENYA.calendar)

    assert (due - day).days >= days
    assert KENYA.calendar.is_open(due)
    assert (due - day).days - days < 10


def test_the_day_is_nairobis_not_greenwichs() -> None:
    late_evening = datetime(2026, 3, 2, 21, 30, tzinfo=UTC)

    assert local_day(late_evening, "Africa/Nairobi") == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("done", "late"), [(date(2026, 3, 16), 0), (date(2026, 3, 15), 0), (date(2026, 3, 21), 5)]
)
def test_lateness_is_counted_from_the_last_day(done: date, late: int) -> None:
    assert days_late(done, date(2026, 3, 16)) == late


def test_the_county_gives_thirty_days_to_answer_and_twelve_months_to_confirm() -> None:
    assert KENYA.clarification_due(date(2026, 3, 2)) == date(2026, 4, 1)
    assert KENYA.confirmation_due(date(2026, 3, 2)) == date(2027, 3, 2)
    assert KENYA.change_due(date(2026, 3, 2)) == date(2026, 3, 16)
