"""A share has one lower bound."""

from typing import Any

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, owns, shares

CODE = "statement_relationship_interests_share_min_and_exclusivemin"


def held(*shares_held: dict[str, Any]) -> Json:
    """Give a relationship with an interest for each of these shares."""
    return owns("ana", "alfa", *(shares(None, share=share) for share in shares_held))


def test_two_lower_bounds_are_told_at_their_share() -> None:
    found = places(CODE, held({"minimum": 25}, {"minimum": 25, "exclusiveMinimum": 25}))

    assert found == ["/recordDetails/interests/1/share/exclusiveMinimum"]


def test_a_bound_of_0_is_a_bound() -> None:
    assert places(CODE, held({"minimum": 0, "exclusiveMinimum": 0})) == [
        "/recordDetails/interests/0/share/exclusiveMinimum"
    ]


def test_one_lower_bound_is_good() -> None:
    ranges = {"exclusiveMinimum": 25, "maximum": 50}, {"minimum": 25, "exclusiveMaximum": 50}, {"exact": 10}

    assert places(CODE, held(*ranges), held({"minimum": 25, "maximum": 50})) == []
