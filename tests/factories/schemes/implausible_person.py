"""Owners who are children, or older than anybody; and owners who are not."""

from collections.abc import Iterator
from datetime import date

from register.graph.dossier import PersonDossier
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "implausible-person"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield days of birth that cannot be, above chains of every length, and some that can."""
    for between in range(DEEPEST):
        yield _born(seeds, date(2015, 1, 1), between, CODE)
    yield _born(seeds, date(1920, 1, 1), 0, CODE)
    yield _born(seeds, date(1930, 1, 1), 0, None)
    yield _born(seeds, date(2004, 1, 1), 0, None)


def _born(seeds: Seeds, on: date, between: int, raises: str | None) -> Planted:
    company, owner = seeds.company(), seeds.person()
    holds = seeds.stake(owner, company, 60, between=between)
    people = {owner: PersonDossier(born=on, exposed=False, barred=False, groups=frozenset())}
    story = f"born on {on}, {between} companies up"
    return tender(seeds, raises, story, (company,), *holds, beside=("long-chain",), people=people)
