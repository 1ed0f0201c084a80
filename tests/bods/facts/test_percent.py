"""Shares are read exactly as they are written, and what is no share is not read."""

from decimal import Decimal

import pytest

from bods.facts.percent import Range, share_of, together


def test_a_figure_is_the_one_that_is_written() -> None:
    assert share_of({"share": {"exact": 33.3}}) == (Decimal("33.3"), Decimal("33.3"))


@pytest.mark.parametrize(
    ("share", "least", "most"),
    [
        ({"minimum": 25, "maximum": 50}, 25, 50),
        ({"exclusiveMinimum": 25}, 25, 100),
        ({"exclusiveMaximum": 10}, 0, 10),
        ({"minimum": 20, "exclusiveMinimum": 25, "maximum": 50, "exclusiveMaximum": 40}, 25, 40),
        ({"exact": 0, "minimum": 10}, 0, 0),
    ],
)
def test_an_open_bound_is_nothing_or_the_whole(share: dict[str, float], least: int, most: int) -> None:
    assert share_of({"share": share}) == (least, most)


@pytest.mark.parametrize(
    "interest",
    [
        {},
        {"share": {}},
        {"share": {"exact": 101}},
        {"share": {"minimum": -1}},
        {"share": {"minimum": 9, "maximum": 8}},
    ],
)
def test_what_is_no_share_is_not_known(interest: dict[str, dict[str, float]]) -> None:
    assert share_of(interest) is None


def test_shares_side_by_side_add_up_if_all_are_known() -> None:
    ten, some = Range(Decimal(10), Decimal(10)), Range(Decimal(5), Decimal("7.5"))

    assert together([ten, some]) == (15, Decimal("17.5"))
    assert together([ten, None]) is None
    assert together([]) is None


def test_a_range_is_written_in_figures() -> None:
    assert str(Range(Decimal("33.33333333"), Decimal("33.33333333"))) == "33.3333 percent"
    assert str(Range(Decimal(0), Decimal("100.0"))) == "0 to 100 percent"
