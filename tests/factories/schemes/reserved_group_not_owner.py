"""Fronts of a reserved group, looked through; and businesses that are the group's."""

from collections.abc import Iterator

from bods.codelists import InterestType
from register.declarations.persons import Group
from register.graph.dossier import PersonDossier
from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "reserved-group-not-owner"
WOMAN = PersonDossier(groups=frozenset({Group.WOMEN}), exposed=False, barred=False)
MAN = PersonDossier(groups=frozenset(), exposed=False, barred=False)


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield shares of women around the law's, looked through chains of every length."""
    for between in range(DEEPEST):
        yield _reserved(seeds, 40, between, CODE)
    yield _reserved(seeds, 69, 1, CODE)
    yield _reserved(seeds, 70, 1, None)


def _reserved(seeds: Seeds, share: int, between: int, raises: str | None) -> Planted:
    company, woman, man = seeds.company(), seeds.person(), seeds.person()
    chain = seeds.chain(woman, company, share, between=between)
    return tender(
        seeds,
        raises,
        f"{share} percent of a woman through {between} companies",
        (company,),
        *chain,
        Hold(man, chain[0].held, 100 - share),
        Hold(woman, company, type=InterestType.BOARD_MEMBER),
        beside=("long-chain",),
        rivals=0,
        people={woman: WOMAN, man: MAN},
        reserved_for=frozenset({"women"}),
    )
