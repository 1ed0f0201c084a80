"""Owners of two bidders who may be one person under two spellings; and two who are not."""

from collections.abc import Iterator

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "like-named-owners"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield owners with nearly one name, through chains of every length."""
    for between in range(DEEPEST):
        yield _named(seeds, f"one letter more, {between} companies up", CODE, ("1980-04", "1980-04"), between)
    yield _named(seeds, "another month of birth", None, ("1980-04", "1980-05"), 0)


def _named(seeds: Seeds, story: str, raises: str | None, born: tuple[str, str], between: int) -> Planted:
    one, other = seeds.companies(2)
    name = seeds.person()
    spelt = f"{name}h"
    holds = (*seeds.stake(name, one, 60, between=between), *seeds.stake(spelt, other, 30))
    months = dict(zip((name, spelt), born, strict=True))
    return tender(seeds, raises, story, (one, other), *holds, beside=("long-chain",), birth_months=months)
