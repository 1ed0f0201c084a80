"""Bidders in one hand: a parent, a person through chains, a board, a declared influence; and just not."""

from collections.abc import Iterator

from bods.codelists import InterestType
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted
from tests.factories.schemes.seeds import DEEPEST, Seeds

#: Control over two bidders mostly comes with a share of both.
BESIDE = frozenset({"shared-owner", "shared-parent", "long-chain", "owner-not-named", "circular-ownership"})


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield each way in which two bidders are under common control, and what just is not."""
    one, other = seeds.companies(2)
    yield Planted(
        "one bidder owns 51 percent of another",
        seeds.tender(*seeds.owned(one), Hold(one, other, 51), *seeds.owned(other, 49), bidders=(one, other)),
        {"one-real-bidder": frozenset((one, other))},
        BESIDE,
    )
    for between in range(1, DEEPEST):
        yield _through(seeds, between)
    for power in (InterestType.APPOINTMENT_OF_BOARD, InterestType.OTHER_INFLUENCE_OR_CONTROL):
        yield _power(seeds, power)
    yield _half(seeds)
    yield _perhaps(seeds)


def _through(seeds: Seeds, between: int) -> Planted:
    one, other = seeds.companies(2)
    ana = seeds.person()
    holds = (*seeds.chain(ana, one, between=between), *seeds.stake(ana, other, 55))
    seen = seeds.tender(*holds, bidders=(one, other))
    return Planted(
        f"one hand through {between} companies", seen, {"one-real-bidder": frozenset((one, other))}, BESIDE
    )


def _power(seeds: Seeds, power: InterestType) -> Planted:
    one, other = seeds.companies(2)
    ana = seeds.person()
    seen = seeds.tender(
        Hold(ana, one, 100), Hold(ana, other, type=power), *seeds.owned(other), bidders=(one, other)
    )
    return Planted(f"one hand by {power}", seen, {"one-real-bidder": frozenset((one, other))}, BESIDE)


def _half(seeds: Seeds) -> Planted:
    one, other = seeds.companies(2)
    parent = seeds.company()
    holds = [*seeds.owned(parent)]
    for company in (one, other):
        holds += [Hold(parent, company, 50), Hold(seeds.person(), company, 50)]
    seen = seeds.tender(*holds, bidders=(one, other))
    return Planted("a parent with half of each, which is no majority", seen, beside=BESIDE)


def _perhaps(seeds: Seeds) -> Planted:
    one, other = seeds.companies(2)
    ana = seeds.person()
    seen = seeds.tender(
        Hold(ana, one, 100), Hold(ana, other, (25, 75)), Hold(seeds.person(), other, 25), bidders=(one, other)
    )
    beside = BESIDE | {"shares-do-not-add-up"}
    return Planted("an owner of perhaps more than half", seen, beside=beside)
