"""Chains longer than the law's number; and chains just as long."""

from collections.abc import Iterator

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "long-chain"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield chains of every length."""
    for between in range(DEEPEST):
        company = seeds.company()
        holds = seeds.stake(seeds.person(), company, 60, between=between)
        raises = CODE if between > 3 else None
        yield tender(seeds, raises, f"{between} bodies between", (company,), *holds)
