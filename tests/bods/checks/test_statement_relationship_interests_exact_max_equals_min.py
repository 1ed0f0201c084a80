"""A share whose two bounds are the same is given as an exact share."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, owns, shares, told

CODE = "statement_relationship_interests_exact_max_equals_min"


def held(*shares_held: Json) -> Json:
    """Give a relationship with an interest for each of these shares."""
    return owns("ana", "alfa", *(shares(None, share=share) for share in shares_held))


@pytest.mark.parametrize("lower", ["minimum", "exclusiveMinimum"])
@pytest.mark.parametrize("upper", ["maximum", "exclusiveMaximum"])
def test_equal_bounds_are_told(lower: str, upper: str) -> None:
    [found] = told(CODE, held({"exact": 5}, {lower: 25, upper: 25.0}))

    assert found.pointer == "/recordDetails/interests/1/share"
    assert "25 %" in found.sentence


def test_a_range_of_nothing_is_a_range() -> None:
    assert places(CODE, held({"minimum": 0, "maximum": 0})) == ["/recordDetails/interests/0/share"]


def test_different_bounds_and_single_bounds_are_good() -> None:
    assert places(CODE, held({"minimum": 25, "maximum": 50}, {"minimum": 50, "maximum": 25})) == []
    assert places(CODE, held({"minimum": 75}, {"maximum": 10}, {})) == []


def test_where_the_share_is_exact_too_another_check_tells() -> None:
    assert places(CODE, held({"exact": 25, "minimum": 25, "maximum": 25})) == []
