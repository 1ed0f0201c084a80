"""A closed record stays closed."""

from tests.bods.checks.raw import Json, entity, told

CODE = "statement_with_record_status_closed_must_be_last"


def alfa(status: str, day: str) -> Json:
    return entity(fields={"recordStatus": status, "statementDate": day})


def test_a_statement_after_the_closing_is_found_wherever_it_stands_in_the_file() -> None:
    new, closed, again = (
        alfa("new", "2024-01-01"),
        alfa("closed", "2024-02-01"),
        alfa("updated", "2024-03-01"),
    )

    for story in ([new, closed, again], [again, closed, new]):
        (found,) = told(CODE, *story)
        assert (found.pointer, found.record_id) == ("/recordStatus", "alfa")


def test_a_record_that_ends_with_its_closing_is_not() -> None:
    assert told(CODE, alfa("closed", "2024-02-01"), alfa("new", "2024-01-01")) == []


def test_a_closing_later_on_the_day_of_an_update_is_not() -> None:
    closed, updated = alfa("closed", "2024-02-01T12:00:00Z"), alfa("updated", "2024-02-01T09:00:00Z")

    assert told(CODE, alfa("new", "2024-01-01"), closed, updated) == []


def test_a_record_that_is_closed_twice_is_told_by_another_check() -> None:
    twice = (alfa("closed", "2024-02-01"), alfa("closed", "2024-03-01"))

    assert told(CODE, alfa("new", "2024-01-01"), *twice, alfa("updated", "2024-04-01")) == []
