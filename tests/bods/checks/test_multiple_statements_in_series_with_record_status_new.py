"""A record begins once."""

from tests.bods.checks.raw import entity, person, told

CODE = "multiple_statements_in_series_with_record_status_new"


def test_a_record_that_begins_twice_is_found_once() -> None:
    (found,) = told(CODE, entity(), person(), entity(), entity())

    assert found.pointer == "/recordStatus"
    assert found.record_id == "alfa"


def test_a_record_that_is_updated_is_not() -> None:
    assert told(CODE, entity(), entity(fields={"recordStatus": "updated"})) == []


def test_two_records_that_begin_are_not() -> None:
    assert told(CODE, entity(), person()) == []
