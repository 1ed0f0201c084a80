"""One person who runs two bidders and owns neither; and one who runs one alone, or ran it."""

from collections.abc import Iterator
from datetime import date

from bods.codelists import InterestType
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "shared-officer"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield posts in two bidders, and posts that are over."""
    for post in (InterestType.BOARD_MEMBER, InterestType.SENIOR_MANAGING_OFFICIAL, InterestType.BOARD_CHAIR):
        yield _runs(seeds, f"a {post} of both", CODE, post)
    yield _runs(seeds, "a post that had ended", None, InterestType.BOARD_MEMBER, end=date(2026, 1, 31))


def _runs(
    seeds: Seeds, story: str, raises: str | None, post: InterestType, end: date | None = None
) -> Planted:
    one, other = seeds.companies(2)
    person = seeds.person()
    holds = (
        *seeds.owned(one),
        *seeds.owned(other),
        Hold(person, one, type=InterestType.BOARD_MEMBER),
        Hold(person, other, type=post, end=end),
    )
    return tender(seeds, raises, story, (one, other), *holds)
