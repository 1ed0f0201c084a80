"""Who is behind a bidder: its owners, and those who manage it without owning it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from register.graph.owners import HALF, Owner, owners_of
from register.graph.picture import Control, Party, PartyKind, Picture, Stake
from register.graph.remembering import remembered
from register.words import N_

#: What a finding about somebody who is only perhaps an owner says besides.
NOT_SURE = N_("It is not certain that this person is an owner.")


@dataclass(frozen=True, slots=True)
class Behind:
    """A person behind a company: as owner, or by the stakes that make them its senior manager or director."""

    party: Party
    owner: Owner | None
    manages: tuple[Stake, ...]

    @property
    def sure(self) -> bool:
        """Whether they surely are what they are told to be; an owner may only perhaps be one."""
        return bool(self.manages) or (self.owner is not None and self.owner.does)


@remembered
def people_behind(
    picture: Picture, company: str, threshold: Decimal, majority: Decimal = HALF
) -> tuple[Behind, ...]:
    """Give each person who is or may be an owner of a company, or who manages it; the owners first."""
    return tuple(_people(picture, company, threshold, majority))


def _people(picture: Picture, company: str, threshold: Decimal, majority: Decimal) -> Iterator[Behind]:
    owners = {
        owner.party.key: owner
        for owner in owners_of(picture, company, threshold, majority)
        if owner.party.kind is PartyKind.PERSON
    }
    managing = [each for each in picture.stakes if each.held == company and Control.OFFICER in each.controls]
    for key in dict.fromkeys((*owners, *(each.holder for each in managing))):
        manages = tuple(each for each in managing if each.holder == key)
        if picture.parties[key].kind is PartyKind.PERSON:
            yield Behind(picture.parties[key], owners.get(key), manages)
