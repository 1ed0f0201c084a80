"""What stands above one company in a picture: the stakes that lead to it, and whose they are."""

from register.graph.choosing import leading_to
from register.graph.holdings import PERHAPS, POWERS
from register.graph.paths import Path, paths_between
from register.graph.picture import Party, PartyKind, Picture, Stake
from register.graph.remembering import remembered

#: Chains between two parties that are looked through for the longest.
MANY = 50


@remembered
def stakes_above(picture: Picture, company: str) -> tuple[Stake, ...]:
    """Give the stakes by which, over whatever steps, somebody has to do with a company."""
    return tuple(leading_to(picture.stakes, (company,)))


@remembered
def parties_above(picture: Picture, company: str) -> tuple[Party, ...]:
    """Give everybody who has to do with a company by those stakes, each once; never the company itself."""
    keys = dict.fromkeys(stake.holder for stake in stakes_above(picture, company))
    return tuple(picture.parties[key] for key in keys if key != company)


def people_above(picture: Picture, company: str) -> tuple[Party, ...]:
    """Give the named people among them."""
    return tuple(each for each in parties_above(picture, company) if each.kind is PartyKind.PERSON)


def owning(stake: Stake) -> bool:
    """Whether a stake is a part of a company or a power over it, and not only a post in it."""
    return bool(stake.shares or stake.votes or stake.controls & (POWERS | PERHAPS))


def owning_paths(picture: Picture, party: str, company: str) -> tuple[Path, ...]:
    """Give the chains from a party down to a company in which every step owns or has power, the strongest first."""
    return tuple(
        path for path in paths_between(picture, party, company, MANY) if all(owning(stake) for stake in path)
    )
