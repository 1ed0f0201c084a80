"""A closed record stays closed, also one that did not begin as it should."""

import pytest

from tests.bods.checks.raw import Json, entity, every_code, told

CODE = "statement_after_closed"
STEPS = ("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01")


def alfa(*statuses: str) -> list[Json]:
    return [
        entity(fields={"recordStatus": status, "statementDate": day})
        for status, day in zip(statuses, STEPS, strict=False)
    ]


@pytest.mark.parametrize(
    "statuses",
    [("new", "closed", "new"), ("updated", "new", "closed", "updated"), ("new", "new", "closed", "closed")],
)
def test_a_statement_after_the_closing_is_found_beside_a_faulty_beginning(statuses: tuple[str, ...]) -> None:
    for story in (alfa(*statuses), alfa(*statuses)[::-1]):
        (found,) = told(CODE, *story)
        assert (found.pointer, found.record_id) == ("/recordStatus", "alfa")


@pytest.mark.parametrize(
    "statuses",
    [("new", "closed", "updated"), ("new", "closed", "closed"), ("updated", "closed", "updated")],
)
def test_what_an_official_identifier_tells_is_not_told_twice(statuses: tuple[str, ...]) -> None:
    assert told(CODE, *alfa(*statuses)) == []
    assert len([code for code in every_code(*alfa(*statuses)) if "closed" in code]) == 1


def test_a_record_that_ends_with_its_closing_is_not() -> None:
    assert told(CODE, *alfa("new", "updated", "closed")) == []
    assert told(CODE, *alfa("new", "new", "closed")) == []
