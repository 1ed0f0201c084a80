"""A company that bids to lose to its own; and losers that lose to strangers, or win now and then."""

from collections.abc import Iterator

from tests.factories.portfolios import Bought
from tests.factories.schemes.across_tenders.market import PlantedAcross, buyer, planted, title
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "habitual-loser"


def plant(seeds: Seeds) -> Iterator[PlantedAcross]:
    """Yield losers in one hand with the winner, however long the chains, and near misses."""
    for between in range(DEEPEST):
        yield _loser(seeds, f"a loser {between} companies down", 5, between=between, found=True)
    yield _loser(seeds, "a loser that bid four times", 4, found=False)
    yield _loser(seeds, "a loser that shares a third with the winner", 6, share=33, found=False)
    yield _loser(seeds, "a loser that lost mostly to strangers", 2, strangers=4, found=False)


def _loser(
    seeds: Seeds,
    story: str,
    times: int,
    *,
    between: int = 0,
    share: int = 60,
    strangers: int = 0,
    found: bool,
) -> PlantedAcross:
    owner = seeds.person()
    winner, loser, stranger = seeds.companies(3)
    holds = (
        *seeds.stake(owner, winner, share, between=between),
        *seeds.stake(owner, loser, share, between=between),
        *seeds.owned(stranger),
    )
    bought = [
        *(Bought(title(seeds), winner, (loser, stranger), buyer=buyer(seeds)) for _ in range(times)),
        *(Bought(title(seeds), stranger, (loser, winner), buyer=buyer(seeds)) for _ in range(strangers)),
    ]
    return planted(story, holds, bought, *([(CODE, (loser, winner))] if found else []))
