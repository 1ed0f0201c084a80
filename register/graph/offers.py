"""What the bidders of a tender offered: who won, who lost, and by how much."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from register.graph.process import Bid, Process

#: Statuses (OCDS `bidStatus`) of bids that were never on the table, and of one that was put aside.
NEVER_MADE = frozenset({"invited", "withdrawn"})
DISQUALIFIED = "disqualified"
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a losing bid lies from the winner's, in percent of the winner's (0: the same price)."""

    bid: Bid
    percent: Decimal


def made(process: Process) -> tuple[Bid, ...]:
    """Give the bids that were handed in."""
    return tuple(bid for bid in process.bids if bid.status not in NEVER_MADE)


def lost(process: Process) -> tuple[Bid, ...]:
    """Give the bids handed in by those who did not win."""
    return tuple(bid for bid in made(process) if bid.party not in process.winners)


def won_together(process: Process) -> bool:
    """Whether all winners made one offer: one bidder, or partners of one joint bid."""
    winners = set(process.winners)
    if len(winners) < 2 or any(winners <= set(joint) for joint in process.together):
        return True
    offers = {bid.pointer for bid in made(process) if bid.party in winners}
    return len(offers) == 1 and "" not in offers


def winning_bid(process: Process) -> Bid | None:
    """Give the winner's bid with its value; of several the one whose value was awarded, else the lowest."""
    bids = [bid for bid in made(process) if bid.party in process.winners and bid.value]
    awarded = {(award.value, award.currency) for award in process.awards}
    same = [bid for bid in bids if (bid.value, bid.currency) in awarded]
    return min(same or bids, key=lambda bid: bid.value or Decimal(0), default=None)


def gaps(winning: Bid, losing: Iterable[Bid]) -> tuple[Gap, ...]:
    """Give how far each losing bid of known value, in the winner's currency, lies from the winner's; nearest first."""
    if not winning.value:
        return ()
    found = [
        Gap(bid, abs(bid.value - winning.value) * HUNDRED / winning.value)
        for bid in losing
        if bid.value is not None and bid.currency == winning.currency
    ]
    return tuple(sorted(found, key=lambda gap: gap.percent))
