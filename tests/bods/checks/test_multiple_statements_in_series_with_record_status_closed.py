"""A record ends once."""

from tests.bods.checks.raw import Json, entity, told

CODE = "multiple_statements_in_series_with_record_status_closed"


def alfa(status: str, day: str) -> Json:
    return entity(fields={"recordStatus": status, "statementDate": day})


def test_a_record_that_is_closed_twice_is_found() -> None:
    (found,) = told(
        CODE, alfa("new", "2024-01-01"), alfa("closed", "2024-02-01"), alfa("closed", "2024-03-01")
    )

    assert found.pointer == "/recordStatus"
    assert found.record_id == "alfa"


def test_a_record_that_is_closed_once_is_not() -> None:
    assert told(CODE, alfa("new", "2024-01-01"), alfa("closed", "2024-02-01")) == []


def test_a_record_that_begins_twice_is_told_by_another_check() -> None:
    twice = (alfa("new", "2024-01-01"), alfa("new", "2024-01-02"))

    assert told(CODE, *twice, alfa("closed", "2024-02-01"), alfa("closed", "2024-03-01")) == []
