"""Owners who hold public office, or whose family does; and those who own too little."""

from collections.abc import Iterator

from register.declarations.persons import Exposure, Tie
from register.graph.dossier import PersonDossier
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "owner-is-politically-exposed"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield those in public office above chains of every length."""
    for between in range(DEEPEST):
        yield _office(seeds, f"an office {between} companies up", CODE, between, Tie.SELF)
    yield _office(seeds, "an office of family", CODE, 0, Tie.SPOUSE)
    yield _office(seeds, "an office of somebody with nine percent", None, 0, Tie.SELF, share=9)


def _office(seeds: Seeds, story: str, raises: str | None, between: int, tie: Tie, share: int = 30) -> Planted:
    company, owner = seeds.company(), seeds.person()
    office = Exposure(tie, "member", "County assembly", "KE", "" if tie is Tie.SELF else seeds.person())
    return tender(
        seeds,
        raises,
        story,
        (company,),
        *seeds.stake(owner, company, share, between=between),
        beside=("long-chain", "just-under-threshold"),
        people={owner: PersonDossier(exposed=True, exposures=(office,), groups=frozenset(), barred=False)},
    )
