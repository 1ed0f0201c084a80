"""Whether a company itself declares that it has no beneficial owner, and by which statements."""

from bods.codelists import UnspecifiedReason
from register.graph.picture import Picture, Stake


def says_none(picture: Picture, company: str) -> bool:
    """Whether the company declares that nobody is its owner."""
    return picture.body(company).says_none or bool(saying_none(picture, company))


def saying_none(picture: Picture, company: str) -> tuple[Stake, ...]:
    """Give the statements by which it says so."""
    none = UnspecifiedReason.NO_BENEFICIAL_OWNERS.value
    return tuple(
        stake
        for stake in picture.stakes
        if stake.held == company and picture.parties[stake.holder].unspecified_reason == none
    )
