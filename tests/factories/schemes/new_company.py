"""Bidders founded for the tender; and bidders just old enough."""

from collections.abc import Iterator
from datetime import timedelta

from tests.factories.pictures import CLOSE
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "new-company"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield companies of every age around the law's number of days."""
    for days, raises in ((1, CODE), (90, CODE), (179, CODE), (180, None), (2000, None)):
        company = seeds.company()
        parties = {company: {"founded": CLOSE - timedelta(days=days)}}
        yield tender(seeds, raises, f"{days} days old", (company,), *seeds.owned(company), parties=parties)
