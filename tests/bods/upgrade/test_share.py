"""Bounds that flags excluded are excluded by name now."""

from typing import Any

import pytest

from tests.bods.upgrade.olds import company, link, new, person, told


def _share(share: object) -> Any:
    written = new(company(), person(), link(interests=[{"share": share}]))
    return written["link"]["recordDetails"]["interests"][0].get("share")


def _told(share: object) -> set[str]:
    return {field for _, field in told(company(), person(), link(interests=[{"share": share}]))}


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ({"exact": 60}, {"exact": 60}),
        ({"minimum": 25}, {"minimum": 25}),
        ({"maximum": 50}, {"exclusiveMaximum": 50}),
        (
            {"minimum": 25, "exclusiveMinimum": False, "maximum": 50, "exclusiveMaximum": False},
            {"minimum": 25, "maximum": 50},
        ),
        (
            {"minimum": 25, "exclusiveMinimum": True, "maximum": 50, "exclusiveMaximum": True},
            {"exclusiveMinimum": 25, "exclusiveMaximum": 50},
        ),
        ({"exact": 100, "minimum": 100, "maximum": 100}, {"exact": 100}),
        ({"exact": 30, "minimum": 25, "maximum": 50}, {"exact": 30, "minimum": 25, "exclusiveMaximum": 50}),
        ({"exclusiveMinimum": 25}, {"exclusiveMinimum": 25}),
        ({"exact": 10, "ofWhat": "class A"}, {"exact": 10, "ofWhat": "class A"}),
        ({}, {}),
    ],
)
def test_a_share_keeps_what_it_said(old: dict[str, Any], today: dict[str, Any]) -> None:
    assert _share(old) == today
    assert _told(old) == set()


def test_two_equal_bounds_are_an_exact_figure_since_nothing_lies_below_an_excluded_one() -> None:
    assert _share({"minimum": 50, "maximum": 50}) == {"exact": 50}
    assert _told({"minimum": 50, "maximum": 50}) == {"exact"}


def test_a_flag_without_its_bound_is_told() -> None:
    assert _share({"exact": 5, "exclusiveMaximum": True}) == {"exact": 5}
    assert _told({"exact": 5, "exclusiveMaximum": True}) == {"exclusiveMaximum"}


def test_a_flag_that_is_neither_true_nor_false_is_told_and_the_bound_stays() -> None:
    assert _share({"minimum": 5, "exclusiveMinimum": "yes"}) == {"minimum": 5}
    assert _told({"minimum": 5, "exclusiveMinimum": "yes"}) == {"exclusiveMinimum"}


@pytest.mark.parametrize(
    "nonsense", [{"exact": 120}, {"minimum": "much"}, {"maximum": None}, {"exact": True}]
)
def test_a_figure_that_is_no_share_is_left_out_and_told(nonsense: dict[str, Any]) -> None:
    assert _share(nonsense) == {}
    assert _told(nonsense) == set(nonsense)


def test_bounds_the_wrong_way_round_stay_as_they_are_for_0_4_can_say_them_too() -> None:
    assert _share({"minimum": 70, "maximum": 20}) == {"minimum": 70, "exclusiveMaximum": 20}
    assert _told({"minimum": 70, "maximum": 20}) == set()


def test_a_share_that_is_no_object_is_left_out_and_told() -> None:
    assert _share("half") is None
    assert _told("half") == {"share"}
