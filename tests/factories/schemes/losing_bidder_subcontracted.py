"""Losers that have a part in the contract; and others who have."""

from collections.abc import Iterator

from register.graph.process import Contract, Paid
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "losing-bidder-subcontracted"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield subcontractors and payees of the contract."""
    for part in ("subcontractor", "payee"):
        winner, loser, other = seeds.companies(3)
        bidders = (winner, loser)
        yield _paid(seeds, f"a loser as {part}", CODE, bidders, loser, part)
        winner, loser, other = seeds.companies(3)
        yield _paid(seeds, f"somebody else as {part}", None, (winner, loser), other, part)


def _paid(
    seeds: Seeds, story: str, raises: str | None, bidders: tuple[str, str], paid: str, part: str
) -> Planted:
    entry = Paid(f"party-{paid}", f"{paid} Ltd", part, "KE-RCO", paid.upper(), "/contracts/0")
    holds = (*seeds.owned(bidders[0]), *seeds.owned(bidders[1]))
    return tender(
        seeds,
        raises,
        story,
        bidders,
        *holds,
        speaks_of=(bidders[1],),
        won=bidders[0],
        contracts=(Contract("c1", paid=(entry,)),),
    )
