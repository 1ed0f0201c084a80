"""A record whose beginning is not in the file is worth a look."""

import pytest

from tests.bods.checks.raw import Json, entity, told

CODE = "first_statement_not_new"


def alfa(status: str | None, day: str = "2024-01-01") -> Json:
    return entity(fields={"recordStatus": status, "statementDate": day})


@pytest.mark.parametrize("status", ["updated", "closed"])
def test_a_record_that_never_begins_is_found(status: str) -> None:
    (found,) = told(CODE, alfa(status), alfa("closed", "2024-02-01"))

    assert found.pointer == "/recordStatus"
    assert found.record_id == "alfa"
    assert status in found.sentence


def test_a_record_that_begins_is_not() -> None:
    assert told(CODE, alfa("updated", "2024-02-01"), alfa("new")) == []


def test_a_record_that_begins_too_late_is_told_by_another_check() -> None:
    assert told(CODE, alfa("updated"), alfa("new", "2024-02-01")) == []


def test_a_missing_status_is_told_by_another_check() -> None:
    assert told(CODE, alfa(None), alfa("updated", "2024-02-01")) == []
