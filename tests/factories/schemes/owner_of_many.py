"""Owners of more suppliers than anybody needs; and owners of a few."""

from collections.abc import Iterator

from register.graph.dossier import PersonDossier
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "owner-of-many"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield owners of many suppliers above chains of every length."""
    for between in range(DEEPEST):
        yield _many(seeds, 6, between, CODE)
    yield _many(seeds, 5, 0, None)
    yield _many(seeds, 9, 0, None, share=9)


def _many(seeds: Seeds, count: int, between: int, raises: str | None, share: int = 60) -> Planted:
    company, owner = seeds.company(), seeds.person()
    people = {owner: PersonDossier(suppliers=count, exposed=False, barred=False, groups=frozenset())}
    holds = seeds.stake(owner, company, share, between=between)
    story = f"an owner of {count} suppliers, {between} companies up, with {share} percent"
    beside = ("long-chain", "just-under-threshold")
    return tender(seeds, raises, story, (company,), *holds, beside=beside, people=people)
