"""Claims to be a citizen or local contractor, looked through; met and not."""

from collections.abc import Iterator

from register.declarations.claims import Claims, Contractor
from register.graph.dossier import BodyDossier
from tests.factories.pictures import DECLARED
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "citizen-claim-not-met"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield owners from abroad above chains of every length."""
    for between in range(DEEPEST):
        yield _claims(seeds, Contractor.CITIZEN, "DE", 30, between, CODE)
    yield _claims(seeds, Contractor.CITIZEN, "KE", 30, 1, None)
    yield _claims(seeds, Contractor.LOCAL, "DE", 60, 1, CODE)
    yield _claims(seeds, Contractor.LOCAL, "DE", 30, 1, None)


def _claims(
    seeds: Seeds, claim: Contractor, country: str, share: int, between: int, raises: str | None
) -> Planted:
    company, owner = seeds.company(), seeds.person()
    holds = seeds.stake(owner, company, share, between=between)
    people = {each.holder for each in holds if each.holder[0].isupper()}
    parties = {name: {"nationalities": frozenset({"KE"})} for name in people - {owner}}
    body = BodyDossier(claims=Claims(contractor=claim), confirmed_on=DECLARED)
    return tender(
        seeds,
        raises,
        f"{claim} with {share} percent from {country} through {between} companies",
        (company,),
        *holds,
        beside=("long-chain",),
        parties={**parties, owner: {"nationalities": frozenset({country})}},
        bodies={company: body},
    )
