"""One person behind two bidders: straight, through chains, by ranges, jointly, round a circle."""

from collections.abc import Iterator
from datetime import date

from bods.codelists import InterestType
from tests.factories.pictures import CLOSE, JOINT, Hold
from tests.factories.schemes.scheme import Planted
from tests.factories.schemes.seeds import DEEPEST, Seeds

#: Whoever owns most of two bidders also has them in their power.
BESIDE = frozenset(
    {"one-real-bidder", "shared-parent", "long-chain", "circular-ownership", "owner-not-named"}
)


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield each way in which one person owns two bidders, and what only looks like it."""
    for between in range(DEEPEST):
        one, other = seeds.companies(2)
        ana = seeds.person()
        yield _planted(
            seeds,
            f"an owner of two bidders through {between} companies",
            (*seeds.stake(ana, one, 60, between=between), *seeds.stake(ana, other, 40)),
            (one, other),
        )
    yield _by_range(seeds, (5, 25), found=True)
    yield _by_range(seeds, (1, 9), found=False)
    yield _round_a_circle(seeds)
    yield _jointly(seeds, 12, found=True)
    yield _jointly(seeds, 9, found=False)
    yield _below(seeds)
    yield _sold(seeds)


def _planted(seeds: Seeds, story: str, holds: tuple[Hold, ...], both: tuple[str, str]) -> Planted:
    seen = seeds.tender(*holds, bidders=both)
    return Planted(story, seen, {"shared-owner": frozenset(both)}, BESIDE)


def _by_range(seeds: Seeds, share: tuple[int, int], *, found: bool) -> Planted:
    one, other = seeds.companies(2)
    ana = seeds.person()
    seen = seeds.tender(
        Hold(ana, one, 60),
        *seeds.owned(one, 40),
        Hold(ana, other, share),
        *seeds.owned(other, 75),
        bidders=(one, other),
    )
    raises = {"shared-owner": frozenset((one, other))} if found else {}
    return Planted(f"an owner of one bidder with {share} percent of another", seen, raises, BESIDE_A_RANGE)


def _round_a_circle(seeds: Seeds) -> Planted:
    one, other, upper, lower = seeds.companies(4)
    ana = seeds.person()
    holds = (
        Hold(ana, upper, 50),
        Hold(lower, upper, 50),
        Hold(upper, lower, 100),
        Hold(lower, one, 100),
        Hold(ana, other, 30),
        *seeds.owned(other, 70),
    )
    return _planted(seeds, "an owner round a circle", holds, (one, other))


def _jointly(seeds: Seeds, share: int, *, found: bool) -> Planted:
    """Two hold one bidder together; what each has of it alone is too little."""
    one, other = seeds.companies(2)
    ana = seeds.person()
    seen = seeds.tender(
        Hold(ana, JOINT, 50, network=one),
        Hold(seeds.person(), JOINT, 50, network=one),
        Hold(JOINT, one, share),
        *seeds.owned(one, 100 - share),
        *seeds.stake(ana, other, 60),
        bidders=(one, other),
    )
    raises = {"shared-owner": frozenset((one, other))} if found else {}
    return Planted(f"an owner who holds {share} percent with another", seen, raises, BESIDE | BESIDE_A_RANGE)


def _below(seeds: Seeds) -> Planted:
    one, other = seeds.companies(2)
    ana = seeds.person()
    middle = seeds.company()
    seen = seeds.tender(
        Hold(ana, one, 60),
        *seeds.owned(one, 40),
        Hold(ana, middle, 15),
        *seeds.owned(middle, 85),
        Hold(middle, other, 30),
        *seeds.owned(other, 70),
        bidders=(one, other),
    )
    return Planted("an owner of one bidder with 4.5 percent of another through a company", seen)


def _sold(seeds: Seeds) -> Planted:
    one, other = seeds.companies(2)
    ana = seeds.person()
    seen = seeds.tender(
        Hold(ana, one, 60),
        *seeds.owned(one, 40),
        Hold(ana, other, 60, InterestType.SHAREHOLDING, end=date(2025, 11, 1)),
        Hold(seeds.person(), other, 100, start=date(2025, 11, 1)),
        bidders=(one, other),
    )
    assert seen.as_of == CLOSE
    return Planted("an owner who had sold one of the bidders before the close", seen)


#: A range that reaches below what others leave.
BESIDE_A_RANGE = frozenset({"shares-do-not-add-up", "just-under-threshold"})
