"""Who is an owner of a company: by economic interest, by control, surely or perhaps."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from register.graph.condensation import interests_among
from register.graph.control import (
    Certainty,
    Grip,
    Reachable,
    counted_in,
    in_power_of,
    reachable_in,
    votes_together,
    way_of_votes,
)
from register.graph.paths import Path, paths_between
from register.graph.picture import Control, Party, PartyKind, Picture
from register.graph.remembering import remembered
from register.graph.shares import Range, Reach

HALF = Decimal(50)


@dataclass(frozen=True, slots=True)
class Owner:
    """One party behind a company. Economic interest and control are two answers to two questions.

    `does`: the party surely reaches the threshold or has control; `may`: it reaches it only if the truth lies in the
    upper part of a range, or if an interest was already held on the day. Never both. `economic` is the party's own part;
    `together` is what counts where it holds jointly with others: all that they hold together.
    """

    party: Party
    economic: Range | None
    controls: tuple[tuple[Control, Path], ...]
    does: bool
    may: bool
    paths: tuple[Path, ...]
    together: Range | None = None


@remembered
def interests_of(picture: Picture, company: str) -> Mapping[str, Range]:
    """Give what each party above a company has of it, all chains together."""
    return interests_among(reachable_in(picture).into, company)


@remembered
def owners_of(
    picture: Picture, company_key: str, threshold: Decimal, majority: Decimal = HALF
) -> tuple[Owner, ...]:
    """Give the persons and entities that are or may be owners of a company, the largest first.

    An owner has `threshold` percent or more, all chains together, as economic interest or as votes that it and the
    companies in its power hold, or has the company in its power (`majority`: more than so many percent of the votes).
    Who holds jointly with others counts with all that they hold together. Parties that nobody names are left out.
    """
    reachable = counted_in(picture)
    interests = interests_of(picture, company_key)
    alone = reachable is reachable_in(picture)
    together = interests if alone else interests_among(reachable.into, company_key)
    owners = []
    for key in reachable.above(company_key):
        party = picture.parties[key]
        if party.kind is PartyKind.UNKNOWN:
            continue
        economic, jointly = interests.get(key), together.get(key)
        sure = _hold(key, company_key, reachable, threshold, majority, Certainty.SURE)
        perhaps = sure or _hold(key, company_key, reachable, threshold, majority, Certainty.PERHAPS)
        reach = Reach.NO if jointly is None else jointly.reaches(threshold)
        does = sure is not None or reach is Reach.DOES
        may = not does and (perhaps is not None or reach is Reach.MAY)
        if does or may:
            controls = _controls(perhaps, told_by_shares=reach is (Reach.DOES if does else Reach.MAY))
            paths = paths_between(picture, key, company_key)
            more = jointly if jointly != economic else None
            owners.append(Owner(party, economic, controls, does, may, paths, more))
    return tuple(sorted(owners, key=_weight))


def _controls(grip: Grip | None, *, told_by_shares: bool) -> tuple[tuple[Control, Path], ...]:
    """Votes that only say again what the shares said are no control of their own."""
    if grip is None or (grip.basis is Control.VOTES and told_by_shares):
        return ()
    return ((grip.basis, grip.path),)


def _hold(
    holder: str,
    company: str,
    holdings: Reachable,
    threshold: Decimal,
    majority: Decimal,
    certainty: Certainty,
) -> Grip | None:
    """Say how a company is in somebody's power or, failing that, whether enough of its votes are."""
    if holder not in holdings.by:
        return None
    gripped = in_power_of(holder, holdings, majority, certainty)
    if company in gripped:
        return gripped[company]
    votes = votes_together(company, holder, gripped, holdings)
    wanted = (Reach.DOES,) if certainty is Certainty.SURE else (Reach.DOES, Reach.MAY)
    if votes.high > 0 and votes.reaches(threshold) in wanted:
        return Grip(Control.VOTES, way_of_votes(company, holder, gripped, holdings))
    return None


def _weight(owner: Owner) -> tuple[bool, Decimal, Decimal, str, str]:
    low = owner.economic.low if owner.economic else Decimal(0)
    high = owner.economic.high if owner.economic else Decimal(0)
    return owner.may, -low, -high, owner.party.name, owner.party.key
