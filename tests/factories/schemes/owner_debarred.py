"""Owners and bodies of the chain that are barred; and those who were, or own too little."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from register.graph.lists import Listed, ListKind
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "owner-debarred"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield barred owners above chains of every length, and near misses."""
    for between in range(DEEPEST):
        yield _barred(seeds, f"a barred owner {between} companies up", CODE, between=between)
    yield _barred(seeds, "a debarment that had ended", None, until=date(2026, 2, 1))
    yield _barred(seeds, "somebody with another identity", None, identity="id-somebody else")
    yield _barred(seeds, "nine percent of a barred person", None, share=9)


def _barred(
    seeds: Seeds, story: str, raises: str | None, *, between: int = 0, share: int = 30, **listed: Any
) -> Planted:
    company, owner = seeds.company(), seeds.person()
    entry = {"identity": f"id-{owner}", "since": date(2025, 6, 1), "until": date(2028, 6, 1), **listed}
    return tender(
        seeds,
        raises,
        story,
        (company,),
        *seeds.stake(owner, company, share, between=between),
        beside=("long-chain", "just-under-threshold"),
        listed=(Listed("L1", ListKind.DEBARRED, owner, date(2026, 1, 5), "notice 12", **entry),),
        lists=(ListKind.DEBARRED,),
    )
