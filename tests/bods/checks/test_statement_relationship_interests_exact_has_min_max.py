"""A share is exact or a range, never both."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, owns, shares

CODE = "statement_relationship_interests_exact_has_min_max"


def held(*shares_held: Json) -> Json:
    """Give a relationship with an interest for each of these shares."""
    return owns("ana", "alfa", *(shares(None, share=share) for share in shares_held))


@pytest.mark.parametrize("bound", ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"])
def test_an_exact_share_with_any_bound_is_told(bound: str) -> None:
    assert places(CODE, held({"exact": 30, bound: 30})) == ["/recordDetails/interests/0/share/exact"]


def test_each_such_share_of_a_relationship_is_told() -> None:
    # The official checker stops at the first.
    both = {"exact": 30, "minimum": 20}

    assert places(CODE, held(both, {"exact": 5}, both)) == [
        "/recordDetails/interests/0/share/exact",
        "/recordDetails/interests/2/share/exact",
    ]


def test_an_exact_share_of_0_is_exact() -> None:
    # The official checker takes it for none.
    assert places(CODE, held({"exact": 0, "maximum": 10})) == ["/recordDetails/interests/0/share/exact"]


def test_an_exact_share_alone_a_range_alone_or_no_share_is_good() -> None:
    assert (
        places(CODE, held({"exact": 30}, {"minimum": 25, "maximum": 50}, {}, {"exact": 3, "rounded": True}))
        == []
    )
    assert places(CODE, owns("ana", "alfa", shares(None))) == []
