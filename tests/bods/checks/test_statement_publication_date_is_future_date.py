"""What can be read was not published tomorrow."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity, told

CODE = "statement_publication_date_is_future_date"


def published(when: str | None) -> Json:
    """Give a statement published on this day."""
    day = {} if when is None else {"publicationDate": when}
    details = {"bodsVersion": "0.4", "publisher": {"name": "Example register"}} | day
    return entity(fields={"publicationDetails": details})


def test_a_publication_of_tomorrow_is_told() -> None:
    [found] = told(CODE, published("2026-03-10"))

    assert found.pointer == "/publicationDetails/publicationDate"
    assert "2026-03-10" in found.sentence


def test_a_publication_of_today_at_any_hour_is_good() -> None:
    assert places(CODE, published("2026-03-09"), published("2026-03-09T23:59:59Z")) == []


def test_a_publication_without_a_day_or_a_statement_without_publication_is_for_the_schema_to_tell() -> None:
    assert places(CODE, published(None), entity(fields={"publicationDetails": None})) == []
