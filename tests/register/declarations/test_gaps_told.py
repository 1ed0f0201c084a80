"""What is asked only of a day: ages, days that have not come yet, and what has ended by then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from register.declarations.draft import SUBJECT, Draft, Group
from register.declarations.gaps import gaps
from tests.factories.amiss import ONE, TODAY, said, with_first, with_particulars
from tests.factories.declarations import draft, held


@pytest.mark.parametrize(
    "told",
    [
        with_particulars(ONE, birth_date=date(2030, 1, 1)),
        with_first(ONE, since=date(2030, 1, 1)),
        with_particulars(ONE, groups=frozenset({Group.YOUTH}), birth_date=date(1950, 1, 1)),
    ],
)
def test_without_a_day_nothing_is_asked_that_depends_on_one(told: Draft) -> None:
    assert said(told, today=None) == {}


def test_a_place_says_between_which_ages_somebody_is_young() -> None:
    told = with_particulars(ONE, groups=frozenset({Group.YOUTH}), birth_date=date(1990, 3, 2))
    find: Callable[..., object] = gaps

    assert find(told, Decimal(10), today=TODAY, youth=(18, 36)) == ()
    assert find(told, Decimal(10), today=TODAY, youth=(18, 35)) != ()


def test_what_has_ended_does_not_count_and_what_ends_later_does() -> None:
    two = draft(held("ana", 60), held("ben", 60), people=("ana", "ben"))
    ended = replace(two, holdings=(two.holdings[0], replace(two.holdings[1], until=date(2026, 3, 2))))
    ending = replace(two, holdings=(two.holdings[0], replace(two.holdings[1], until=date(2026, 3, 3))))

    over = "The shares in Alfa Builders Ltd add up to more than 100\u00a0%. Correct them."

    assert over in said(two)
    assert over not in said(ended)
    assert over in said(ending)
    assert SUBJECT in {each.held for each in ended.holdings}
