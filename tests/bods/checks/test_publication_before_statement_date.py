"""A statement is not published before the day it speaks of."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity, told

CODE = "publication_before_statement_date"


def said(when: str | None, *, published: str | None) -> Json:
    """Give a statement that speaks of one day and was published on another."""
    day = {} if published is None else {"publicationDate": published}
    details = {"bodsVersion": "0.4", "publisher": {"name": "Example register"}} | day
    return entity(fields={"statementDate": when, "publicationDetails": details})


def test_a_statement_published_the_day_before_is_told_with_both_days() -> None:
    [found] = told(CODE, said("2024-01-02", published="2024-01-01"))

    assert found.pointer == "/publicationDetails/publicationDate"
    assert "2024-01-01" in found.sentence
    assert "2024-01-02" in found.sentence


@pytest.mark.parametrize(
    ("when", "published"),
    [
        ("2024-01-02T08:00:00Z", "2024-01-01T08:00:00Z"),
        ("2024-01-05", "2024-01-02T08:00:00+03:00"),
        ("2024-01-05T00:30:00+03:00", "2024-01-03"),
        ("9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00"),
    ],
)
def test_an_earlier_time_is_told_whatever_the_zone(when: str, published: str) -> None:
    assert places(CODE, said(when, published=published)) == ["/publicationDetails/publicationDate"]


@pytest.mark.parametrize(
    ("when", "published"),
    [
        ("2024-01-02", "2024-01-02"),
        ("2024-01-02", "2024-02-01"),
        ("2024-01-02T09:00:00Z", "2024-01-02"),
        ("2024-01-02T00:30:00+03:00", "2024-01-01T22:00:00Z"),  # half an hour later
        ("2024-01-02", "2024-01-01T22:30:00Z"),  # the second of January in Nairobi
        ("2024-01-02T00:30:00+03:00", "2024-01-01"),  # the first of January in London
    ],
)
def test_the_same_day_in_some_zone_or_a_later_one_is_good(when: str, published: str) -> None:
    assert places(CODE, said(when, published=published)) == []


def test_a_missing_day_is_for_the_schema_to_tell() -> None:
    assert places(CODE, said(None, published="2024-01-01"), said("2024-01-01", published=None)) == []
