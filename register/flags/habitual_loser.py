"""A company bids often, almost never wins, and is in one hand with those who win.

Rule: a company bid for the jurisdiction's number of awarded tenders or more and won no more than its percent of them;
    and in at least half of those that it lost, the winner was under common control with it on the day bids closed.
Why: whoever bids to lose makes it look as if there were competition.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024), and Cardinal's R025 (a tenderer with far
    more unsuccessful bids than others), together with common ownership.
Example: Nzaui Masonry bid eight times and never won; six times Athi Springs won, which owns 51 % of it.
Left out: tenders that nobody has won yet; companies that lose to others than those they are in one hand with.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from register.flags.flag import Finding, PortfolioFlag, Severity, Unclear, fingerprint, proofs_together
from register.graph.portfolio import Portfolio, PortfolioBid, Together
from register.graph.shares import HUNDRED
from register.jurisdictions import Jurisdiction
from register.words import N_

LOSES = N_(
    "%(bidder)s bid for %(bids)s tenders and won %(won)s; %(lost)s times it lost to companies under common control with "
    "it: %(winners)s."
)
HALF = 2


def find(portfolio: Portfolio, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of every company that has bid."""
    made: dict[str, list[PortfolioBid]] = defaultdict(list)
    winners: dict[str, set[str]] = defaultdict(set)
    met: dict[tuple[str, str], Together] = {}
    for bid in portfolio.bids:
        if bid.awarded:
            made[bid.bidder].append(bid)
        if bid.won:
            winners[bid.ocid].add(bid.bidder)
    for each in portfolio.together:
        met |= {(each.ocid, bidder): each for bidder in each.bidders}
    for bidder, bids in made.items():
        lost = [met[bid.ocid, bidder] for bid in bids if not bid.won and (bid.ocid, bidder) in met]
        to_its_own = {each: won for each in lost if (won := winners[each.ocid] & set(each.bidders))}
        if _seldom(bids, law) and to_its_own and _half(bids, to_its_own):
            yield _finding(portfolio, bidder, bids, to_its_own)


def _seldom(bids: list[PortfolioBid], law: Jurisdiction) -> bool:
    often = len(bids) >= law.flag_rules.bids_often
    won = sum(bid.won for bid in bids)
    return often and Decimal(won) * HUNDRED / len(bids) <= law.flag_rules.wins_seldom


def _half(bids: list[PortfolioBid], to_its_own: Mapping[Together, set[str]]) -> bool:
    return len(to_its_own) * HALF >= sum(not bid.won for bid in bids)


def _finding(
    portfolio: Portfolio, bidder: str, bids: list[PortfolioBid], to_its_own: Mapping[Together, set[str]]
) -> Finding:
    won = tuple(sorted({each for winners in to_its_own.values() for each in winners}))
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, "", (bidder,)),
        sentence=LOSES,
        facts={
            "bidder": portfolio.name(bidder),
            "bids": str(len(bids)),
            "won": str(sum(bid.won for bid in bids)),
            "lost": str(len(to_its_own)),
            "winners": ", ".join(map(portfolio.name, won)),
        },
        bidders=(bidder, *won),
        about=tuple(dict.fromkeys(each for met in to_its_own for each in met.controllers)),
        severity=FLAG.severity,
        proofs=tuple(proofs_together(portfolio, to_its_own)),
    )


FLAG = PortfolioFlag(
    code="habitual-loser",
    version=1,
    title=N_("A company that bids to lose"),
    sentence=N_("A company bids often, almost never wins, and is in one hand with those who win."),
    severity=Severity.ASK,
    find=find,
)
