"""No annotation was made tomorrow."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity

CODE = "statement_annotation_creation_date_is_future_date"


def noted(*days: str | None) -> Json:
    """Give a statement with an annotation made on each of these days."""
    note = {"motivation": "commenting", "statementPointerTarget": ""}
    notes = [note if day is None else note | {"creationDate": day} for day in days]
    return entity(fields={"annotations": notes})


def test_each_annotation_of_tomorrow_is_told_at_its_place() -> None:
    found = places(CODE, noted("2026-03-09", "2026-03-10", "2999-01-01T08:00:00Z"))

    assert found == ["/annotations/1/creationDate", "/annotations/2/creationDate"]


def test_annotations_of_today_of_earlier_or_of_no_day_are_good() -> None:
    assert (
        places(CODE, noted("2026-03-09", "2020-01-01", "2026-03-09T23:00:00Z", None), noted(), entity()) == []
    )
