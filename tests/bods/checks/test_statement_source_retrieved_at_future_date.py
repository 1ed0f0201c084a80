"""Nobody has read a source tomorrow."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, owns, person, told

CODE = "statement_source_retrieved_at_future_date"


def read_at(when: str) -> Json:
    """Give the fields of a statement whose source was read at this time."""
    return {"source": {"type": ["officialRegister"], "retrievedAt": when}}


def test_a_source_read_tomorrow_is_told() -> None:
    [found] = told(CODE, person(fields=read_at("2026-03-10")))

    assert found.pointer == "/source/retrievedAt"
    assert "2026-03-10" in found.sentence


def test_it_is_asked_of_relationships_too_and_of_times_of_day() -> None:
    assert places(CODE, owns(fields=read_at("2026-03-10T00:00:00Z"))) == ["/source/retrievedAt"]


def test_a_source_read_today_at_any_hour_is_good() -> None:
    assert (
        places(CODE, person(fields=read_at("2026-03-09")), person(fields=read_at("2026-03-09T23:59:59Z")))
        == []
    )


def test_a_source_may_be_without_a_day() -> None:
    assert places(CODE, person(fields={"source": {"type": ["selfDeclaration"]}}), person()) == []
