"""One history answers for every day, and says on which days an answer changes."""

from datetime import UTC, date, datetime

from bods.codelists import RecordStatus
from bods.history import History, Turns, in_order
from tests.bods.stories import ALFA, owns, shares, statement

COMPANY = statement("alfa", ALFA)
START = statement(
    "link", owns("ana", "alfa", shares(60, end_date=date(2024, 2, 1))), published="2024-01-03T12:00:00+03:00"
)
END = statement("link", owns("ana", "alfa"), "2024-06-01", status=RecordStatus.CLOSED, published="2024-06-02")


def test_the_turns_are_the_days_of_statements_and_interests_and_the_moments_of_publication() -> None:
    turns = History([END, START, COMPANY]).days()

    assert turns == Turns(
        spoken=(date(2020, 1, 1), date(2024, 1, 1), date(2024, 2, 1), date(2024, 6, 1)),
        known=(
            datetime(2024, 1, 1, tzinfo=UTC),
            datetime(2024, 1, 3, 9, tzinfo=UTC),
            datetime(2024, 6, 2, tzinfo=UTC),
        ),
    )


def test_records_come_in_the_order_in_which_they_appear() -> None:
    assert History([END, COMPANY, START]).records() == ("link", "alfa")


def test_a_history_of_nothing_has_no_turns() -> None:
    history = History([])

    assert history.days() == Turns((), ())
    assert history.at(date(2024, 1, 1)).open == {}


def test_statements_follow_each_other_by_what_they_speak_of_then_by_publication() -> None:
    assert in_order([END, START, COMPANY]) == [COMPANY, START, END]
