"""One person behind suppliers of everything; and one behind as many of one thing, or fewer."""

from collections.abc import Iterator, Sequence

from tests.factories.pictures import Told
from tests.factories.portfolios import Bought
from tests.factories.schemes.across_tenders.market import CLASSES, PlantedAcross, buyer, planted, title
from tests.factories.schemes.seeds import Seeds

CODE = "many-shells"


def plant(seeds: Seeds) -> Iterator[PlantedAcross]:
    """Yield shells of one person, some at the end of chains, and near misses."""
    yield _shells(seeds, "six suppliers of six things", CLASSES, found=True)
    yield _shells(
        seeds, "seven suppliers of three things", ("11", "25", "50", "11", "25", "50", "11"), found=True
    )
    yield _shells(seeds, "six suppliers of two things", ("11", "25") * 3, found=False)
    yield _shells(seeds, "five suppliers of five things", CLASSES[:5], found=False)
    yield _shells(seeds, "six suppliers of which nine percent are held", CLASSES, share=9, found=False)


def _shells(
    seeds: Seeds, story: str, classes: Sequence[str], *, share: int = 60, found: bool
) -> PlantedAcross:
    owner, companies = seeds.person(), seeds.companies(len(classes))
    holds: list[Told] = []
    for company in companies:
        holds += seeds.stake(owner, company, share)
    bought = [
        Bought(title(seeds), company, classes=(kind,), buyer=buyer(seeds))
        for company, kind in zip(companies, classes, strict=True)
    ]
    return planted(story, holds, bought, *([(CODE, companies)] if found else []))
