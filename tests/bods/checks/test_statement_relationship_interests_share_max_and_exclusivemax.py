"""A share has one upper bound."""

from typing import Any

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, owns, shares

CODE = "statement_relationship_interests_share_max_and_exclusivemax"


def held(*shares_held: dict[str, Any]) -> Json:
    """Give a relationship with an interest for each of these shares."""
    return owns("ana", "alfa", *(shares(None, share=share) for share in shares_held))


def test_two_upper_bounds_are_told_at_their_share() -> None:
    found = places(CODE, held({"maximum": 50}, {"maximum": 50, "exclusiveMaximum": 50}))

    assert found == ["/recordDetails/interests/1/share/exclusiveMaximum"]


def test_a_bound_of_0_is_a_bound() -> None:
    assert places(CODE, held({"maximum": 0, "exclusiveMaximum": 0})) == [
        "/recordDetails/interests/0/share/exclusiveMaximum"
    ]


def test_one_upper_bound_is_good() -> None:
    ranges = {"exclusiveMinimum": 25, "maximum": 50}, {"minimum": 25, "exclusiveMaximum": 50}, {"exact": 10}

    assert places(CODE, held(*ranges), held({"minimum": 25, "maximum": 50})) == []


def test_where_both_bounds_are_double_the_lower_one_is_told_by_the_other_check_alone() -> None:
    double = {"minimum": 25, "exclusiveMinimum": 25, "maximum": 50, "exclusiveMaximum": 50}

    assert places(CODE, held(double)) == []
