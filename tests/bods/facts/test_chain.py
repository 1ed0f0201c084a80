"""Shares multiply along a path, and paths side by side add up."""

import random
from decimal import Decimal

from bods.facts.chain import Stake, held_through
from bods.facts.percent import Range


def stake(party: str, subject: str, least: float, most: float | None = None) -> Stake:
    return Stake(party, subject, Range(Decimal(str(least)), Decimal(str(least if most is None else most))))


def test_a_chain_multiplies() -> None:
    assert held_through([stake("ana", "beta", 60), stake("beta", "alfa", 50)], "ana", "alfa") == (30, 30)


def test_bounds_multiply_with_bounds() -> None:
    assert held_through([stake("ana", "beta", 50, 75), stake("beta", "alfa", 20, 40)], "ana", "alfa") == (
        10,
        30,
    )


def test_nobody_holds_more_than_the_whole() -> None:
    twice = [stake("ana", "beta", 90), stake("ana", "beta", 80), stake("beta", "alfa", 100)]

    assert held_through(twice, "ana", "alfa") == (100, 100)


def test_a_stake_that_is_not_known_hides_the_answer_only_on_the_way() -> None:
    chain = [stake("ana", "beta", 60), stake("beta", "alfa", 50)]

    assert held_through([*chain, Stake("beta", "gamma", None)], "ana", "alfa") == (30, 30)
    assert (
        held_through([*chain, Stake("beta", "gamma", None), stake("gamma", "alfa", 1)], "ana", "alfa") is None
    )


def test_there_is_no_answer_without_a_path_or_in_a_circle() -> None:
    chain = [stake("ana", "beta", 60), stake("beta", "alfa", 50)]

    assert held_through(chain, "alfa", "ana") is None
    assert held_through([], "ana", "alfa") is None
    assert held_through([*chain, stake("alfa", "beta", 10)], "ana", "alfa") is None
    assert held_through([*chain, stake("beta", "ana", 10)], "ana", "alfa") is None


def test_a_circle_beside_the_way_does_not_matter() -> None:
    chain = [stake("ana", "beta", 60), stake("beta", "alfa", 50)]
    aside = [stake("beta", "gamma", 10), stake("gamma", "delta", 10), stake("delta", "gamma", 10)]

    assert held_through([*chain, *aside], "ana", "alfa") == (30, 30)


def test_it_is_the_sum_of_all_paths_one_by_one() -> None:
    for seed in range(200):
        chance = random.Random(seed)
        stakes = [
            stake(
                str(one), str(one + chance.randint(1, 3)), chance.choice([5, 10, 20]), chance.choice([20, 30])
            )
            for one in range(7)
            for _ in range(chance.randint(0, 2))
        ]

        least, most = path_by_path(stakes, "0", bound=0), path_by_path(stakes, "0", bound=1)

        assert held_through(stakes, "0", "6") == ((least, most) if most else None)


def path_by_path(stakes: list[Stake], party: str, *, bound: int) -> Decimal:
    if party == "6":
        return Decimal(100)
    onward = [each for each in stakes if each.party == party and each.share is not None]
    return sum(
        (
            each.share[bound] * path_by_path(stakes, each.subject, bound=bound) / 100
            for each in onward
            if each.share
        ),
        start=Decimal(0),
    )
