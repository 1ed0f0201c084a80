"""A purchase cut into small awards to sister companies; and small awards that have nothing to do with each other."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tests.factories.pictures import CLOSE, Told
from tests.factories.portfolios import Bought
from tests.factories.schemes.across_tenders.market import PlantedAcross, buyer, planted, title
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "split-by-owner"


def plant(seeds: Seeds) -> Iterator[PlantedAcross]:
    """Yield split purchases through chains of every length, and near misses in time, value, method and owner."""
    for between in range(DEEPEST):
        yield _split(seeds, f"split through {between} companies", between=between, found=True)
    yield _split(seeds, "too far apart", days=61, found=False)
    yield _split(seeds, "no more than the limit", value=50_000, found=False)
    yield _split(seeds, "a method without a limit", method="open", found=False)
    yield _split(seeds, "too little owned", share=9, found=False)
    yield _split(seeds, "perhaps enough owned", share=(5, 20), found=True)


def _split(
    seeds: Seeds,
    story: str,
    *,
    found: bool,
    between: int = 0,
    days: int = 45,
    share: int | tuple[int, int] = 80,
    **more: Any,
) -> PlantedAcross:
    at, owner, companies = buyer(seeds), seeds.person(), seeds.companies(2)
    holds: list[Told] = []
    for company in companies:
        holds += seeds.stake(owner, company, share, between=between)
    bought = [
        Bought(
            title(seeds),
            company,
            buyer=at,
            on=CLOSE + timedelta(days=days * place),
            **{"value": 70_000, "method": "direct", **more},
        )
        for place, company in enumerate(companies)
    ]
    return planted(story, holds, bought, *([(CODE, companies)] if found else []))
