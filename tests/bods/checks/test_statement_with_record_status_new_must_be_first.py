"""A record cannot change before it begins."""

from typing import Any

from tests.bods.checks.raw import Json, entity, told

CODE = "statement_with_record_status_new_must_be_first"


def alfa(status: str | None, day: str) -> Json:
    fields: dict[str, Any] = {"recordStatus": status, "statementDate": day}
    return entity(fields=fields)


def test_a_record_that_changes_before_it_is_new_is_found() -> None:
    (found,) = told(CODE, alfa("new", "2024-02-01"), alfa("updated", "2024-01-01"))

    assert found.pointer == "/recordStatus"
    assert found.record_id == "alfa"


def test_an_earlier_statement_that_does_not_say_its_status_is_found_too() -> None:
    assert len(told(CODE, alfa("new", "2024-02-01"), alfa(None, "2024-01-01"))) == 1


def test_the_order_of_the_file_does_not_matter() -> None:
    assert told(CODE, alfa("updated", "2024-02-01"), alfa("new", "2024-01-01")) == []


def test_the_time_of_day_matters() -> None:
    updated, new = alfa("updated", "2024-02-01T12:00:00Z"), alfa("new", "2024-02-01T09:00:00Z")

    assert told(CODE, updated, new) == []


def test_two_that_are_new_are_told_by_another_check() -> None:
    assert (
        told(CODE, alfa("updated", "2024-01-01"), alfa("new", "2024-02-01"), alfa("new", "2024-03-01")) == []
    )


def test_a_record_that_is_never_new_is_told_by_another_check() -> None:
    assert told(CODE, alfa("updated", "2024-01-01")) == []
