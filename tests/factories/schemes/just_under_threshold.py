"""Shares a little too small to be declared; and others much smaller, or large enough."""

from collections.abc import Iterator

from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "just-under-threshold"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield shares around the threshold, straight and through a company."""
    for share, raises in (
        ("9.5", CODE),
        (9, CODE),
        ("9.99", CODE),
        (10, None),
        ("8.9", None),
        ((5, 9), None),
    ):
        company = seeds.company()
        most = Hold(seeds.person(), company, 89)
        holds = (Hold(seeds.person(), company, share), most)
        yield tender(seeds, raises, f"{share} percent", (company,), *holds)
    company, middle = seeds.companies(2)
    holds = (
        Hold(seeds.person(), middle, 19),
        Hold(seeds.person(), middle, 81),
        Hold(middle, company, 50),
        Hold(seeds.person(), company, 50),
    )
    yield tender(seeds, CODE, "nineteen percent of a half", (company,), *holds)
