"""Shareholders of whom the companies' registry says otherwise; and some it agrees on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from register.graph.dossier import BodyDossier, Registered, RegisteredParty
from tests.factories.pictures import DECLARED, Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "disagrees-with-registry"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield extracts that differ from the declaration, and one that does not."""
    one, other, third = (seeds.person() for _ in range(3))
    yield _extract(seeds, "the same", None, (one, other), {one: 600, other: 400})
    one, other = seeds.person(), seeds.person()
    yield _extract(seeds, "another share", CODE, (one, other), {one: 400, other: 600})
    one, other = seeds.person(), seeds.person()
    yield _extract(seeds, "somebody else", CODE, (one, other), {one: 600, third: 400})


def _extract(
    seeds: Seeds, story: str, raises: str | None, people: tuple[str, str], shares: dict[str, int]
) -> Planted:
    company = seeds.company()
    told = tuple(RegisteredParty(name, director=False, shares=Decimal(each)) for name, each in shares.items())
    extract = Registered(company, "active", date(2026, 1, 20), "CR12", told)
    return tender(
        seeds,
        raises,
        story,
        (company,),
        Hold(people[0], company, 60),
        Hold(people[1], company, 40),
        bodies={company: BodyDossier(registered=extract, confirmed_on=DECLARED)},
    )
