"""Partners of a joint bid who are behind another; and partners who only bid together."""

from collections.abc import Iterator

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "partner-bids-alone"
BESIDE = ("shared-owner", "one-real-bidder", "long-chain", "just-under-threshold")


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield owners of a partner who own a second bidder, with chains of every length."""
    for between in range(DEEPEST):
        yield _jointly(seeds, 60, between, CODE)
    yield _jointly(seeds, 9, 0, None)


def _jointly(seeds: Seeds, share: int, between: int, raises: str | None) -> Planted:
    one, partner, alone = seeds.companies(3)
    owner = seeds.person()
    return tender(
        seeds,
        raises,
        f"an owner of a partner with {share} percent of another, {between} companies up",
        (one, partner, alone),
        *seeds.owned(one),
        *seeds.stake(owner, partner, 60),
        *seeds.stake(owner, alone, share, between=between),
        beside=BESIDE,
        offers={each: {"pointer": "/bids/details/90"} for each in (one, partner)},
        together=((f"KE-RCO-{one}", f"KE-RCO-{partner}"),),
    )
