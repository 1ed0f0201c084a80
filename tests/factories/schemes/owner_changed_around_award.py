"""Owners who come and go around an award, a chain up or straight; and those who did so long ago, or elsewhere."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.factories.pictures import CLOSE, Hold
from tests.factories.schemes.scheme import Planted
from tests.factories.schemes.seeds import AWARDED, DEEPEST, Seeds

CODE = "owner-changed-around-award"
BESIDE = frozenset({"long-chain", "stale-declaration"})


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield winners and losers whose owners changed in and out of the days that count."""
    for between in range(DEEPEST):
        yield _sold(seeds, seeds.day(CLOSE - timedelta(days=89), CLOSE), between, won=False, found=True)
        yield _sold(seeds, AWARDED + timedelta(days=between), between, won=True, found=True)
    yield _sold(seeds, CLOSE - timedelta(days=120), 0, won=True, found=False)
    yield _sold(seeds, AWARDED + timedelta(days=5), 1, won=False, found=False)
    yield _official(seeds)


def _sold(seeds: Seeds, on: date, between: int, *, won: bool, found: bool) -> Planted:
    company = seeds.company()
    chain = seeds.chain(seeds.person(), company, between=between, end=on, declared=date(2025, 6, 2))
    new = Hold(seeds.person(), chain[0].held, 100, start=on, declared=on)
    rival = seeds.company()
    seen = seeds.tender(*chain, new, bidders=(company, rival), won=company if won else rival)
    words = f"{'a winner' if won else 'a loser'} sold on {on}, {between} companies up"
    return Planted(words, seen, {CODE: frozenset({company})} if found else {}, BESIDE)


def _official(seeds: Seeds) -> Planted:
    company, official = seeds.company(), seeds.person()
    on = AWARDED + timedelta(days=12)
    seen = seeds.tender(
        Hold(seeds.person(), company, 100),
        Hold(official, company, 30, start=on, declared=on),
        bidders=(company,),
        won=company,
        officials=(seeds.official(official, identity=f"id-{official}"),),
    )
    # The share of the newcomer is told beside the whole that another was declared to hold.
    beside = BESIDE | {"shares-do-not-add-up", "owner-is-official"}
    return Planted("an official who came after the award", seen, {CODE: frozenset({company})}, beside)
