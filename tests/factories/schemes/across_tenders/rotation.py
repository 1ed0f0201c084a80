"""Sisters that take turns; and sisters that do not, or do so too seldom, or are none."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tests.factories.pictures import CLOSE, Hold, Told
from tests.factories.portfolios import Bought
from tests.factories.schemes.across_tenders.market import PlantedAcross, buyer, planted, title
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "rotation"


def plant(seeds: Seeds) -> Iterator[PlantedAcross]:
    """Yield turns taken under one person through chains of every length, and near misses."""
    for between in range(DEEPEST):
        yield _turns(
            seeds, f"turns under one person through {between} companies", (0, 1, 2), between, found=True
        )
    yield _turns(seeds, "only twice", (0, 1), 0, found=False)
    yield _turns(seeds, "always the same winner", (0, 0, 0), 0, found=False)
    yield _turns(seeds, "half of each, which is no control", (0, 1, 2), 0, share=50, found=False)
    yield _round_a_circle(seeds)


def _turns(
    seeds: Seeds, story: str, winners: Sequence[int], between: int, *, share: int = 60, found: bool
) -> PlantedAcross:
    owner, companies = seeds.person(), seeds.companies(3)
    holds: list[Told] = []
    for company in companies:
        holds += seeds.stake(owner, company, share, between=between)
    return planted(story, holds, _tenders(seeds, companies, winners), *([(CODE, companies)] if found else []))


def _tenders(seeds: Seeds, companies: Sequence[str], winners: Sequence[int]) -> list[Bought]:
    # Each has a buyer of its own: at one, they would also win too often.
    return [
        Bought(
            title(seeds),
            companies[won],
            tuple(each for each in companies if each != companies[won]),
            on=CLOSE + timedelta(days=30 * place),
            buyer=buyer(seeds),
        )
        for place, won in enumerate(winners)
    ]


def _round_a_circle(seeds: Seeds) -> PlantedAcross:
    one, other, third = seeds.companies(3)
    holds = (
        Hold(seeds.person(), one, 49),
        Hold(third, one, 51),
        Hold(one, other, 100),
        Hold(other, third, 100),
    )
    companies = (one, other, third)
    return planted("turns round a circle", holds, _tenders(seeds, companies, (0, 1, 2)), (CODE, companies))
