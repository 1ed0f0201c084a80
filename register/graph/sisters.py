"""Other companies of a bidder's owners, which do not bid themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from register.graph.owners import Owner, owners_of
from register.graph.picture import Party, Picture
from register.graph.remembering import remembered


@dataclass(frozen=True, slots=True)
class Sister:
    """A company that has an owner in common with a bidder: as owner of the one, and of the other."""

    company: Party
    above_bidder: Owner
    above_company: Owner

    @property
    def sure(self) -> bool:
        return self.above_bidder.does and self.above_company.does


@remembered
def sisters_of(picture: Picture, bidder: str, threshold: Decimal, majority: Decimal) -> tuple[Sister, ...]:
    """Give each other company with an owner of the bidder, the surest first; none where nobody looked for any.

    A company above the bidder is its owner and no sister. One company stands once, by the owner it surely shares.
    """
    found: dict[str, Sister] = {}
    for each in sorted(_sisters(picture, bidder, threshold, majority), key=lambda sister: not sister.sure):
        found.setdefault(each.company.key, each)
    return tuple(found.values())


def _sisters(picture: Picture, bidder: str, threshold: Decimal, majority: Decimal) -> Iterator[Sister]:
    wider = picture.wider
    if wider is None:
        return
    own = {each.party.key: each for each in owners_of(picture, bidder, threshold, majority)}
    for company in wider.subjects:
        if company == bidder or company in own or company in picture.bidders:
            continue
        for owner in owners_of(wider, company, threshold, majority):
            if owner.party.key in own:
                yield Sister(wider.parties[company], own[owner.party.key], owner)
