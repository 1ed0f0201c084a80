"""Bidders that own themselves round circles of any length; and a circle they are not in."""

from collections.abc import Iterator
from itertools import pairwise

from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "circular-ownership"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield circles of every length."""
    for length in range(1, DEEPEST):
        company = seeds.company()
        ring = (company, *seeds.companies(length), company)
        holds = [Hold(a, b, 100) for a, b in pairwise(ring[:-1])]
        holds += [Hold(ring[-2], company, 40), *seeds.owned(company, 60)]
        yield tender(seeds, CODE, f"a circle of {length + 1}", (company,), *holds, beside=("long-chain",))
    company, upper, lower = seeds.companies(3)
    apart = (Hold(seeds.person(), upper, 50), Hold(lower, upper, 50), Hold(upper, lower, 100))
    yield tender(
        seeds, None, "a circle above", (company,), *apart, Hold(lower, company, 100), beside=("long-chain",)
    )
