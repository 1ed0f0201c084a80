"""A winner that says nothing of its owners, or says it late; and one whose time is not over."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted
from tests.factories.schemes.seeds import AWARDED, Seeds

CODE = "no-declaration"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield winners that did not declare in time, and those that did."""
    yield _silent(seeds, "a winner that never declared", today=AWARDED + timedelta(days=40), found=True)
    yield _silent(seeds, "a winner that still has time", today=AWARDED + timedelta(days=3), found=False)
    yield _declared(seeds, AWARDED + timedelta(days=60), found=True)
    yield _declared(seeds, AWARDED + timedelta(days=5), found=False)


def _silent(seeds: Seeds, story: str, *, today: date, found: bool) -> Planted:
    company = seeds.company()
    seen = seeds.tender(bidders=(company,), won=company, undeclared=(company,), today=today, bodies={})
    return Planted(story, seen, {CODE: frozenset({company})} if found else {})


def _declared(seeds: Seeds, on: date, *, found: bool) -> Planted:
    company = seeds.company()
    seen = seeds.tender(
        Hold(seeds.person(), company, 100, declared=on),
        bidders=(company,),
        won=company,
        today=on + timedelta(days=1),
        moments=False,
    )
    # Whoever declared so late could not be looked at before; that is another question.
    beside = frozenset({"stale-declaration"})
    return Planted(
        f"a winner that declared on {on}", seen, {CODE: frozenset({company})} if found else {}, beside
    )
