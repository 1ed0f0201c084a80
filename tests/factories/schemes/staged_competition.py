"""Bids put aside that came from the winner's own hand; and such contests that are none."""

from collections.abc import Iterator

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "staged-competition"
BESIDE = ("one-real-bidder", "shared-owner", "long-chain")


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield contests in which only the winner's bid stood."""
    for between in range(DEEPEST):
        yield _staged(seeds, f"one hand {between} companies up", CODE, between=between)
    yield _staged(seeds, "a bid that was valid", None, status="valid")
    yield _staged(seeds, "a third of each", None, share=33)


def _staged(
    seeds: Seeds,
    story: str,
    raises: str | None,
    *,
    between: int = 0,
    share: int = 60,
    status: str = "disqualified",
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
        rivals=0,
        won=winner,
        offers={other: {"status": status}},
    )
