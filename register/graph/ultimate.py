"""Who is at the upper end of the chains above a company: people, and bodies above which nobody is told."""

from decimal import Decimal

from register.graph.owners import HALF, Owner, owners_of
from register.graph.picture import PartyKind, Picture
from register.graph.remembering import remembered


@remembered
def ultimate_owners(
    picture: Picture, company: str, threshold: Decimal, majority: Decimal = HALF
) -> tuple[Owner, ...]:
    """Give the owners of a company (as `owners_of` has it) that are people, or bodies in which nobody is told to hold."""
    held = {stake.held for stake in picture.stakes}
    return tuple(
        each
        for each in owners_of(picture, company, threshold, majority)
        if each.party.kind is PartyKind.PERSON or each.party.key not in held
    )
