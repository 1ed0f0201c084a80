"""The records as they stood on a day, as they were known at a moment."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bods.codelists import RecordStatus
from bods.history import records_at
from bods.statements import PublicationDetails
from tests.bods.stories import ALFA, ANA, owns, shares, statement

START = statement("link", owns("ana", "alfa", shares(60)), "2024-01-01", published="2024-01-03")
CHANGE = statement(
    "link", owns("ana", "alfa", shares(80)), "2024-03-01", status=RecordStatus.UPDATED, published="2024-03-05"
)
END = statement(
    "link", owns("ana", "alfa", shares(80)), "2024-06-01", status=RecordStatus.CLOSED, published="2024-06-02"
)


def test_the_last_statement_up_to_the_day_holds() -> None:
    assert records_at([START, CHANGE, END], date(2024, 2, 29)) == {"link": START}
    assert records_at([START, CHANGE, END], date(2024, 3, 1)) == {"link": CHANGE}


def test_nothing_holds_before_the_first_statement_and_after_the_closing() -> None:
    assert records_at([START, CHANGE, END], date(2023, 12, 31)) == {}
    assert records_at([START, CHANGE, END], date(2024, 6, 1)) == {}


def test_the_order_of_the_file_does_not_matter() -> None:
    assert records_at([CHANGE, END, START], date(2024, 5, 1)) == {"link": CHANGE}


def test_what_was_not_yet_published_was_not_yet_known() -> None:
    assert records_at([START, CHANGE], date(2024, 3, 2), known=date(2024, 3, 4)) == {"link": START}
    assert records_at([START, CHANGE], date(2024, 3, 2), known=date(2024, 3, 5)) == {"link": CHANGE}
    assert records_at([START, CHANGE], date(2024, 3, 2), known=date(2024, 1, 2)) == {}


def test_a_moment_of_knowledge_counts_to_the_second() -> None:
    early = statement("alfa", ALFA, published="2024-01-01T12:00:00+03:00")

    assert records_at([early], date(2024, 1, 1), known=datetime(2024, 1, 1, 9, 0, tzinfo=UTC)) == {
        "alfa": early
    }
    assert records_at([early], date(2024, 1, 1), known=datetime(2024, 1, 1, 8, 59)) == {}  # noqa: DTZ001  # read as UTC


def test_a_correction_of_the_same_day_wins_by_its_publication() -> None:
    corrected = statement(
        "link", owns("ana", "alfa", shares(90)), "2024-01-01", published="2024-02-01", number=2
    )

    assert records_at([corrected, START], date(2024, 1, 1)) == {"link": corrected}
    assert records_at([corrected, START], date(2024, 1, 1), known=date(2024, 1, 31)) == {"link": START}


def test_of_two_statements_of_one_moment_the_later_in_the_file_wins() -> None:
    first, second = statement("alfa", ALFA, number=1), statement("alfa", ALFA, number=2)

    assert records_at([first, second], date(2024, 1, 1)) == {"alfa": second}


def test_a_statement_that_does_not_say_when_it_was_published_is_known_from_its_day() -> None:
    told = statement("ana", ANA, "2024-01-01")

    assert records_at([told], date(2024, 1, 1), known=date(2024, 1, 1)) == {"ana": told}


def test_ended_interests_stay_for_the_asker_to_judge() -> None:
    ended = statement("link", owns("ana", "alfa", shares(60, end_date=date(2023, 1, 1))))

    assert records_at([ended], date(2024, 1, 1)) == {"link": ended}


def test_a_record_goes_on_after_its_closing_when_it_is_stated_again() -> None:
    again = statement("link", owns("ana", "alfa", shares(80)), "2024-07-01", status=RecordStatus.UPDATED)

    assert records_at([START, END, again], date(2024, 7, 1)) == {"link": again}


def test_an_update_speaks_for_a_record_whose_beginning_was_never_told() -> None:
    assert records_at([CHANGE], date(2024, 3, 1)) == {"link": CHANGE}


def test_a_text_published_again_under_its_identifier_takes_the_place_of_the_earlier_one() -> None:
    redacted = replace(
        START, record_id="other", publication=PublicationDetails("2024-02-01"), record=owns("ana", "alfa")
    )

    assert records_at([redacted, START], date(2024, 1, 1)) == {"other": redacted}
    assert records_at([redacted, START], date(2024, 1, 1), known=date(2024, 1, 31)) == {"link": START}


def test_a_correction_of_an_earlier_day_does_not_undo_what_came_since() -> None:
    corrected = statement(
        "link", owns("ana", "alfa", shares(65)), "2024-01-01", published="2024-09-01", number=2
    )

    assert records_at([START, CHANGE, corrected], date(2024, 4, 1)) == {"link": CHANGE}
    assert records_at([START, CHANGE, corrected], date(2024, 2, 1)) == {"link": corrected}
