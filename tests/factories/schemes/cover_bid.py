"""Bids at the winner's price from the winner's own hand; and from others, or further off."""

from collections.abc import Iterator
from decimal import Decimal

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "cover-bid"
BESIDE = ("one-real-bidder", "shared-owner", "long-chain")


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield bids that cover the winner's, with chains of every length."""
    for between in range(DEEPEST):
        yield _covered(seeds, f"the same price, {between} companies up", CODE, between=between)
    yield _covered(seeds, "a price as far off as any", None, price=1_200_000)
    yield _covered(seeds, "the same price of half each", None, share=50)


def _covered(
    seeds: Seeds, story: str, raises: str | None, *, between: int = 0, price: int = 1_000_000, share: int = 60
) -> Planted:
    winner, other = seeds.companies(2)
    owner = seeds.person()
    return tender(
        seeds,
        raises,
        story,
        (winner, other),
        *seeds.stake(owner, winner, share, between=between),
        *seeds.stake(owner, other, share),
        beside=BESIDE,
        won=winner,
        offers={winner: {"value": Decimal(1_000_000)}, other: {"value": Decimal(price)}},
    )
