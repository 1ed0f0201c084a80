"""A body above two bidders, through chains or straight; and one with too little of either."""

from collections.abc import Iterator

from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "shared-parent"
#: People above the parent own both bidders too.
BESIDE = ("shared-owner", "one-real-bidder", "long-chain", "just-under-threshold")


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield parents of two bidders, and bidders that own each other."""
    for between in range(DEEPEST):
        yield _above(seeds, between, 40, CODE)
    yield _above(seeds, 0, 9, None)
    one, other = seeds.companies(2)
    holds = (*seeds.owned(one), *seeds.stake(one, other, 15, between=1))
    yield tender(seeds, CODE, "a bidder that owns another", (one, other), *holds, beside=BESIDE)


def _above(seeds: Seeds, between: int, share: int, raises: str | None) -> Planted:
    one, other, parent = seeds.companies(3)
    holds = (
        Hold(seeds.person(), parent, 100),
        *seeds.stake(parent, one, share, between=between),
        *seeds.stake(parent, other, 25),
    )
    story = f"a parent with {share} percent through {between} companies"
    return tender(seeds, raises, story, (one, other), *holds, beside=BESIDE)
