"""Chains that end in a body with nobody above it; and such ends that are small."""

from collections.abc import Iterator

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "owner-not-named"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield ends without a name, above chains of every length."""
    for between in range(DEEPEST):
        yield _ends(seeds, between, 30, CODE)
    yield _ends(seeds, 0, 9, None)


def _ends(seeds: Seeds, between: int, share: int, raises: str | None) -> Planted:
    company, nobody = seeds.companies(2)
    holds = seeds.stake(nobody, company, share, between=between)
    story = f"{share} percent of nobody, {between} companies up"
    return tender(seeds, raises, story, (company,), *holds, beside=("long-chain", "just-under-threshold"))
