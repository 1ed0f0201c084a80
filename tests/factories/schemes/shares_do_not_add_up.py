"""More than the whole, or too little of it; and what rounding explains."""

from collections.abc import Iterator

from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "shares-do-not-add-up"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield shares of two people that cannot be, or do not explain the company."""
    for one, other, raises in (
        (80, 60, CODE),
        ("50.3", 50, CODE),
        ("50.05", 50, None),
        (50, 20, CODE),
        (50, 30, None),
        ((50, 75), (50, 75), None),
    ):
        company = seeds.company()
        holds = (Hold(seeds.person(), company, one), Hold(seeds.person(), company, other))
        yield tender(seeds, raises, f"{one} and {other} percent", (company,), *holds)
