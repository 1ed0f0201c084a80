"""Nominees in a bidder or above it; and arrangements that are over."""

from collections.abc import Iterator
from datetime import date

from bods.codelists import InterestType
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "nominee"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield nominee agreements above chains of every length."""
    for between in range(DEEPEST):
        yield _agreement(seeds, between, None, CODE)
    yield _agreement(seeds, 0, date(2026, 1, 20), None)


def _agreement(seeds: Seeds, between: int, end: date | None, raises: str | None) -> Planted:
    company, deal = seeds.companies(2)
    holds = (
        Hold(seeds.person(), deal, type=InterestType.NOMINEE, end=end),
        Hold(seeds.person(), deal, type=InterestType.NOMINATOR, end=end),
        *seeds.stake(deal, company, 40, between=between),
    )
    # Once the agreement is over nobody is above it.
    beside = ("long-chain", "owner-not-named", "shares-do-not-add-up")
    return tender(seeds, raises, f"an agreement {between} companies up", (company,), *holds, beside=beside)
