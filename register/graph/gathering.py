"""The portfolio gathered from pictures of single processes: each as it stood when bids closed and when it was awarded."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from register.graph.clusters import clusters_of
from register.graph.paths import Path
from register.graph.picture import Party, Picture
from register.graph.portfolio import Hand, Portfolio, PortfolioAward, PortfolioBid, Together
from register.graph.process import Process
from register.graph.ultimate import ultimate_owners


@dataclass(frozen=True, slots=True)
class Seen:
    """One process on the day bids closed, and on the day of the award (the same picture where that is not known)."""

    closed: Picture
    awarded: Picture


@dataclass(slots=True)
class _Gathered:
    awards: list[PortfolioAward] = field(default_factory=list)
    bids: list[PortfolioBid] = field(default_factory=list)
    together: list[Together] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)

    def know(self, picture: Picture, key: str, paths: Iterable[Path] = ()) -> None:
        """Keep a party and whoever stands in these chains."""
        for each in (key, *(end for path in paths for stake in path for end in (stake.holder, stake.held))):
            self.parties.setdefault(each, picture.parties[each])


def portfolio_of(processes: Iterable[Seen], as_of: date, threshold: Decimal, majority: Decimal) -> Portfolio:
    """Gather what all processes tell. `threshold` and `majority` are percent, as `owners_of` has them."""
    found = _Gathered()
    for seen in processes:
        if seen.closed.process is not None and seen.awarded.process is not None:
            _bids(found, seen.closed, seen.closed.process)
            _together(found, seen.closed, seen.closed.process, majority)
            _awards(found, seen.awarded, seen.awarded.process, threshold, majority)
    return Portfolio(as_of, tuple(found.awards), tuple(found.bids), tuple(found.together), found.parties)


def key_of(process: Process, party: str) -> str:
    """Give a key that is one company's in all processes: a publisher's own id of a bidder means something in one only."""
    return f"{process.ocid}#{party}" if party.startswith("bid:") else party


def _bids(found: _Gathered, picture: Picture, process: Process) -> None:
    for bidder in picture.bidders:
        key = key_of(process, bidder)
        found.parties.setdefault(key, picture.parties[bidder])
        found.bids.append(
            PortfolioBid(
                process.ocid,
                key,
                picture.name(bidder),
                process.buyer,
                process.closes,
                won=bidder in process.winners,
                awarded=bool(process.winners),
            )
        )


def _together(found: _Gathered, picture: Picture, process: Process, majority: Decimal) -> None:
    for cluster in clusters_of(picture, majority):
        if len(cluster.bidders) > 1:
            paths = tuple(path for link in cluster.links for path in link.paths)
            controllers = tuple(dict.fromkeys(link.controller for link in cluster.links))
            for each in controllers:
                found.know(picture, each, paths)
            bidders = tuple(key_of(process, each) for each in cluster.bidders)
            found.together.append(Together(process.ocid, bidders, controllers, paths))


def _awards(
    found: _Gathered, picture: Picture, process: Process, threshold: Decimal, majority: Decimal
) -> None:
    suppliers = Counter(each.id for each in process.awards)
    for award in process.awards:
        hands = tuple(_hands(found, picture, award.supplier, threshold, majority))
        key = key_of(process, award.supplier)
        found.parties.setdefault(key, picture.parties[award.supplier])
        found.awards.append(
            PortfolioAward(
                ocid=process.ocid,
                award_id=award.id,
                buyer=process.buyer,
                supplier=key,
                name=picture.name(award.supplier),
                value=award.value,
                currency=award.currency,
                suppliers=suppliers[award.id],
                day=award.on or process.awarded_on,
                method=process.method,
                classes=process.classes,
                department=process.department,
                ward=process.ward,
                hands=hands,
            )
        )


def _hands(
    found: _Gathered, picture: Picture, supplier: str, threshold: Decimal, majority: Decimal
) -> Iterator[Hand]:
    for owner in ultimate_owners(picture, supplier, threshold, majority):
        chains = (*owner.paths, *(path for _, path in owner.controls))
        found.know(picture, owner.party.key, chains[:1])
        yield Hand(owner.party.key, owner.party.name, owner.economic, owner.does, chains[0] if chains else ())
