"""Along a chain shares multiply, side by side they add, and a ring is solved."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bods.records import Share
from register.declarations.arithmetic import Bounds, Through, bounds_of
from register.declarations.draft import SUBJECT


def reached(holder: str, **held: Share | int) -> Share | None:
    """What a holder reaches; holdings are given as `ana_delta=60`, with `alfa` for the company."""
    pairs = {}
    for name, share in held.items():
        one, _, other = name.partition("_")
        pair = (one.replace("alfa", SUBJECT), other.replace("alfa", SUBJECT))
        pairs[pair] = bounds_of(share if isinstance(share, Share) else Share.exactly(share))
    found = Through(pairs).indirectly(holder)
    return found and found.as_share()


def test_sixty_percent_of_seventy_percent_is_forty_two() -> None:
    assert reached("ana", ana_delta=60, delta_alfa=70) == Share.exactly(42)


def test_what_is_held_straight_is_not_held_through_others() -> None:
    assert reached("ana", ana_alfa=30) is None
    assert reached("ana", ana_alfa=30, ana_delta=50, delta_alfa=40) == Share.exactly(20)


def test_two_chains_add_up() -> None:
    found = reached("ana", ana_delta=50, delta_alfa=40, ana_echo=100, echo_alfa=25)

    assert found == Share.exactly(45)


def test_ranges_multiply_bound_by_bound() -> None:
    more_than_quarter = Share.between(25, 50, minimum_excluded=True)

    found = reached("ana", ana_delta=more_than_quarter, delta_alfa=80)

    assert found == Share.between(20, 40, minimum_excluded=True)


def test_an_excluded_bound_that_perhaps_is_nothing_excludes_nothing() -> None:
    found = reached(
        "ana", ana_delta=Share.between(25, 50, minimum_excluded=True), delta_alfa=Share.between(0, 60)
    )

    assert found == Share.between(0, 30)


def test_a_ring_above_the_company_is_solved_and_not_cut() -> None:
    # Ana holds 50 of Delta, the rest Echo, which Delta owns half of; Delta holds all of Alfa.
    found = reached("ana", ana_delta=50, echo_delta=50, delta_echo=50, ben_echo=50, delta_alfa=100)

    assert found == Share.exactly(Decimal("66.6666666667"))


def test_a_company_that_holds_its_own_owner_makes_the_others_own_more() -> None:
    found = reached("ana", ana_alfa=80, delta_alfa=20, alfa_delta=100)

    assert found == Share.exactly(20)


def test_a_ring_that_nobody_owns_ends() -> None:
    found = reached("ana", ana_delta=0, delta_echo=100, echo_delta=100, echo_alfa=40)

    assert found is None


def test_what_comes_back_to_the_holder_is_its_own_already() -> None:
    assert reached("delta", delta_alfa=100, alfa_delta=50) is None


def test_nobody_reaches_more_than_the_whole() -> None:
    wide = Share.between(0, 100)

    found = reached("ana", ana_delta=wide, delta_alfa=wide, ana_echo=wide, echo_alfa=wide)

    assert found == Share.between(0, 100)


@pytest.mark.parametrize(
    ("share", "reaches"),
    [
        (Share.exactly(10), True),
        (Share.exactly("9.99"), False),
        (Share.between(5, 10), True),
        (Share.between(5, 10, maximum_excluded=True), False),
        (Share.between(5, None), True),
    ],
)
def test_a_range_reaches_the_threshold_where_it_may(share: Share, reaches: bool) -> None:
    assert bounds_of(share).may_reach(Decimal(10)) is reaches


NODES = ("ana", "delta", "echo", "fox", SUBJECT)


@st.composite
def layered(draw: st.DrawFn) -> dict[tuple[str, str], int]:
    """Holdings without rings: each body is held by earlier ones only."""
    pairs = [(one, other) for one, other in product(NODES, NODES) if NODES.index(one) < NODES.index(other)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True))
    return {pair: draw(st.integers(1, 20)) for pair in chosen}


@settings(max_examples=300)
@given(held=layered())
def test_without_rings_it_is_the_sum_over_all_chains(held: dict[tuple[str, str], int]) -> None:
    def over_chains(holder: str) -> Fraction:
        return sum(
            (
                Fraction(percent, 100) * (1 if of == SUBJECT else over_chains(of))
                for (one, of), percent in held.items()
                if one == holder
            ),
            Fraction(0),
        )

    found = Through({pair: bounds_of(Share.exactly(each)) for pair, each in held.items()}).indirectly("ana")

    straight = Fraction(held.get(("ana", SUBJECT), 0), 100)
    assert (found.low if found else Fraction(0)) == over_chains("ana") - straight


@settings(max_examples=200)
@given(
    held=st.dictionaries(
        st.tuples(st.sampled_from(NODES), st.sampled_from(NODES[1:])).filter(lambda pair: pair[0] != pair[1]),
        st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted),
        max_size=12,
    )
)
def test_whatever_is_drawn_bounds_stay_bounds(held: dict[tuple[str, str], list[int]]) -> None:
    pairs = {pair: Bounds(Fraction(low, 100), Fraction(high, 100)) for pair, (low, high) in held.items()}

    found = Through(pairs).indirectly("ana")

    assert found is None or 0 <= found.low <= found.high <= 1
