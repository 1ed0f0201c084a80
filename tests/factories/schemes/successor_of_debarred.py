"""A company founded by the owners of a barred one; and one that is much older."""

from collections.abc import Iterator
from datetime import date

from register.graph.lists import Listed, ListKind
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "successor-of-debarred"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield successors through chains of every length."""
    for between in range(DEEPEST):
        yield _founded(seeds, f"a successor {between} companies down", CODE, date(2025, 5, 2), between)
    yield _founded(seeds, "a company that is much older", None, date(2020, 5, 2), 0)


def _founded(seeds: Seeds, story: str, raises: str | None, on: date, between: int) -> Planted:
    company, barred = seeds.companies(2)
    owner = seeds.person()
    entry = Listed(
        "L1",
        ListKind.DEBARRED,
        barred,
        date(2025, 2, 1),
        "notice 7",
        numbers=(("KE-RCO", barred.upper()),),
        since=date(2025, 1, 15),
        until=date(2028, 1, 15),
    )
    return tender(
        seeds,
        raises,
        story,
        (company,),
        *seeds.stake(owner, company, 60, between=between),
        Hold(owner, barred, 100),
        # Another company of the owner is barred: that is asked too.
        beside=("owner-debarred", "long-chain"),
        parties={company: {"founded": on}},
        listed=(entry,),
        lists=(ListKind.DEBARRED,),
        also=(barred,),
    )
