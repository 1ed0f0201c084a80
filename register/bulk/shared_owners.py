"""Every pair of bidders with a common owner, in every tender at once: names in, names out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from register.bulk import screening
from register.bulk.condensing import Columns, added_up
from register.bulk.duck import Duck
from register.bulk.engine import Engine
from register.bulk.numbering import Numbering


@dataclass(frozen=True, slots=True)
class Edge:
    """One holder's direct share of one body, as fractions of the whole (0 to 1)."""

    holder: str
    held: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bid:
    """That a company bids in a contracting process."""

    ocid: str
    bidder: str


@dataclass(frozen=True, slots=True)
class SharedOwner:
    """Two bidders of one process in which one holder reaches the threshold; shares in percent, lower bounds."""

    ocid: str
    owner: str
    first: str
    second: str
    first_share: float
    second_share: float


@dataclass(frozen=True, slots=True)
class Share:
    """What one party has of a company, all chains together, as fractions of the whole."""

    owner: str
    company: str
    low: float
    high: float


def columns(edges: Sequence[Edge], parties: Numbering) -> Columns:
    """The same shares as columns of numbers, one holder's of one body added up; whoever is new gets a number."""
    told = Columns(
        np.fromiter((parties.of(each.holder) for each in edges), np.int32, len(edges)),
        np.fromiter((parties.of(each.held) for each in edges), np.int32, len(edges)),
        np.fromiter((each.low for each in edges), np.float64, len(edges)),
        np.fromiter((each.high for each in edges), np.float64, len(edges)),
    )
    return added_up(told)


def closure(edges: Sequence[Edge], engine: Engine | None = None) -> tuple[Share, ...]:
    """Everybody above every company; at most the whole."""
    parties = Numbering()
    told = columns(edges, parties)
    with engine or Duck() as asked:
        screening.close(asked, told, len(parties))
        found = asked.columns("SELECT owner, company, low, high FROM closure ORDER BY owner, company")
    return tuple(
        Share(parties[owner], parties[company], min(low, 1.0), min(high, 1.0))
        for owner, company, low, high in zip(*(found[each].tolist() for each in found), strict=True)
    )


def shared_owners(
    edges: Sequence[Edge], bids: Iterable[Bid], *, threshold: float, engine: Engine | None = None
) -> tuple[SharedOwner, ...]:
    """All pairs of bidders with a common owner; `threshold` in percent is what surely makes an owner."""
    parties, tenders = Numbering(), Numbering()
    told = columns(edges, parties)
    pairs = sorted({(tenders.of(bid.ocid), parties.of(bid.bidder)) for bid in bids})
    least = threshold / 100
    with engine or Duck() as asked:
        screening.close(asked, told, len(parties))
        asked.load("bid", {
            "tender": np.array([tender for tender, _ in pairs], np.int32),
            "bidder": np.array([bidder for _, bidder in pairs], np.int32),
        })  # fmt: skip
        screening.common_owners(asked, least)
        found = asked.columns("SELECT tender, owner, first, second, first_low, second_low FROM pair")
    lines = (
        _named(tenders[tender], parties[owner], (parties[first], one), (parties[second], other))
        for tender, owner, first, second, one, other in zip(
            *(found[each].tolist() for each in found), strict=True
        )
        if min(one, other) >= least - screening.NEARLY
    )
    return tuple(sorted(lines, key=lambda each: (each.ocid, each.owner, each.first, each.second)))


def _named(ocid: str, owner: str, *bidders: tuple[str, float]) -> SharedOwner:
    (first, one), (second, other) = sorted(bidders)
    return SharedOwner(ocid, owner, first, second, 100 * min(one, 1.0), 100 * min(other, 1.0))
