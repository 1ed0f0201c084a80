"""One owner behind several winners at one buyer, through chains; and one who only won once, or elsewhere."""

from collections.abc import Iterator

from tests.factories.pictures import Told
from tests.factories.portfolios import Bought
from tests.factories.schemes.across_tenders.market import PlantedAcross, buyer, innocent, planted, title
from tests.factories.schemes.seeds import Seeds

CODE = "same-owner-wins-often"
AROUND = 12


def plant(seeds: Seeds) -> Iterator[PlantedAcross]:
    """Yield buyers in whose awards one owner stands out, and some in which nobody does."""
    for share, found in ((60, True), (10, True), (9, False), ((5, 20), False)):
        yield from _sisters(seeds, share, found=found)
    yield from _one_large(seeds)


def _sisters(seeds: Seeds, share: int | tuple[int, int], *, found: bool) -> Iterator[PlantedAcross]:
    at, owner = buyer(seeds), seeds.person()
    yield from innocent(seeds, AROUND, at)
    companies = seeds.companies(4)
    holds: list[Told] = []
    for place, company in enumerate(companies):
        holds += seeds.stake(owner, company, share, between=place)
    bought = [Bought(title(seeds), company, buyer=at, value=100_000) for company in companies]
    raises = [(CODE, companies)] if found else []
    yield planted(f"one owner with {share} percent of four winners", holds, bought, *raises)


def _one_large(seeds: Seeds) -> Iterator[PlantedAcross]:
    at, company = buyer(seeds), seeds.company()
    yield from innocent(seeds, AROUND, at)
    yield planted(
        "one large award", seeds.owned(company), [Bought(title(seeds), company, buyer=at, value=9_000_000)]
    )
