"""Somebody of the committee behind a bidder: by identity, by name and month, by name; a chain down, or as manager."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bods.codelists import InterestType
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "owner-is-official"
BESIDE = frozenset({"long-chain"})


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield officials behind a bidder, and those who only look so."""
    for between in range(DEEPEST):
        yield _found(seeds, f"an official through {between} companies", 30, between)
    yield _found(seeds, "an official with perhaps enough", (5, 25), 0)
    yield _by(seeds, "a like name and the same month of birth", found=True, birth_month="1980-02")
    yield _by(seeds, "a like name and nothing else known", found=True)
    yield _by(seeds, "a like name and another month of birth", found=False, birth_month="1981-03")
    yield _by(seeds, "a like name and another identity", found=False, identity="id-somebody else")
    yield _by(seeds, "an official who had left", found=False, own=True, until=date(2026, 1, 31))
    yield _by(seeds, "an official of another process", found=False, own=True, ocid="ocds-another")
    yield _manager(seeds)
    yield _below(seeds)


def _found(seeds: Seeds, story: str, share: int | tuple[int, int], between: int) -> Planted:
    company, official = seeds.company(), seeds.person()
    seen = seeds.tender(
        *seeds.stake(official, company, share, between=between),
        bidders=(company,),
        officials=(seeds.official(official, identity=f"id-{official}"), seeds.official()),
    )
    return Planted(story, seen, {CODE: frozenset({company})}, BESIDE | {"shares-do-not-add-up"})


def _by(seeds: Seeds, story: str, *, found: bool, own: bool = False, **listed: Any) -> Planted:
    company, person = seeds.company(), seeds.person()
    known = {"identity": f"id-{person}"} if own else {}
    seen = seeds.tender(
        Hold(person, company, 100),
        bidders=(company,),
        officials=(seeds.official(person, **known, **listed),),
        birth_months={person: "1980-02"},
    )
    return Planted(story, seen, {CODE: frozenset({company})} if found else {})


def _manager(seeds: Seeds) -> Planted:
    company, official = seeds.company(), seeds.person()
    seen = seeds.tender(
        Hold(official, company, type=InterestType.SENIOR_MANAGING_OFFICIAL),
        *seeds.owned(company),
        bidders=(company,),
        officials=(seeds.official(official, identity=f"id-{official}"),),
    )
    return Planted("an official who manages a bidder", seen, {CODE: frozenset({company})})


def _below(seeds: Seeds) -> Planted:
    company, official = seeds.company(), seeds.person()
    seen = seeds.tender(
        Hold(official, company, 5),
        *seeds.owned(company, 95),
        bidders=(company,),
        officials=(seeds.official(official, identity=f"id-{official}"),),
    )
    return Planted("an official with five percent", seen)
