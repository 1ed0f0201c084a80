"""Bodies of the chain that are registered where little can be learnt; and elsewhere."""

from collections.abc import Iterator

from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "secrecy-jurisdiction"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield bodies of every place in a chain, and near misses."""
    for between in range(1, DEEPEST):
        yield _registered(seeds, "SC", between, CODE)
    yield _registered(seeds, "KE", 1, None)
    yield _registered(seeds, "UG", 1, None)


def _registered(seeds: Seeds, country: str, between: int, raises: str | None) -> Planted:
    company = seeds.company()
    holds = seeds.stake(seeds.person(), company, 60, between=between)
    upper = holds[seeds.random.randrange(between)].held
    story = f"a body in {country} in a chain of {between}"
    parties = {upper: {"country": country}}
    return tender(seeds, raises, story, (company,), *holds, beside=("long-chain",), parties=parties)
