"""Family of the committee behind a bidder; and people who are not."""

from collections.abc import Iterator
from typing import Any

from register.declarations.persons import Tie
from register.graph.lists import Relative
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import DEEPEST, Seeds

CODE = "owner-is-family-of-official"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield family of officials above chains of every length, and near misses."""
    for between in range(DEEPEST):
        yield _family(seeds, f"family {between} companies up", CODE, between=between)
    yield _family(seeds, "family with nine percent", None, share=9)
    yield _family(seeds, "somebody with another identity", None, identity="id-somebody else")
    yield _family(seeds, "family of an official of another process", None, ocid="ocds-other")


def _family(
    seeds: Seeds,
    story: str,
    raises: str | None,
    *,
    between: int = 0,
    share: int = 30,
    identity: str = "",
    **listed: Any,
) -> Planted:
    company, owner = seeds.company(), seeds.person()
    relative = Relative(owner, Tie.SPOUSE.value, identity=identity or f"id-{owner}")
    return tender(
        seeds,
        raises,
        story,
        (company,),
        *seeds.stake(owner, company, share, between=between),
        beside=("long-chain", "just-under-threshold"),
        officials=(seeds.official(family=(relative,), **listed),),
    )
