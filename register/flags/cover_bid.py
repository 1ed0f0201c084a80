"""The losing bid nearest to the winner's comes from the winner's own cluster.

Rule: the losing bid whose price is nearest to the winner's stands out by how near it is (its distance lies below the lower
    quartile of all distances by more than one and a half times the range between the quartiles), or has the very same
    price, and its bidder is under common control with the winner.
Why: a bid that is made to lose lends the winning price a look of competition.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024), and Cardinal's R024 and R028; World Bank,
    warning signs of fraud and corruption in procurement.
Example: Alfa wins with KSh 1,000,000 and Beta, of the same owner, bids KSh 1,001,000; five others bid a tenth more.
Left out: bids that were withdrawn or disqualified; with few bids only the same price is found; bids in another currency.
    Where the price of a bid is not known, or several bidders won different parts, it could not be judged.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Unclear,
    fingerprint,
    money_fact,
    pointers_to,
    proofs_along,
    undeclared,
)
from register.graph.clusters import ControlCluster, clusters_of
from register.graph.offers import DISQUALIFIED, Gap, gaps, lost, winning_bid, won_together
from register.graph.outliers import lower_fence
from register.graph.picture import Picture
from register.graph.process import Bid, Process
from register.graph.shares import NO_BREAK_SPACE, figure
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

NEAREST = N_(
    "%(bidder)s, in one cluster with the winner %(winner)s, made the losing bid nearest to the winner's."
)
SAME_PRICE = N_("%(bidder)s, in one cluster with the winner %(winner)s, bid the very same price.")
PRICES = N_("%(winner)s bid %(winning_money)s and %(bidder)s %(losing_money)s: %(gap)s apart.")
NO_PRICE = N_("The price that %(bidder)s bid is not known.")
NOTHING = Decimal(0)
SEVERAL = N_("Several bidders won, and it is not known which bids competed for which part.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture; nothing is asked before somebody won."""
    process = picture.process
    if process is None or not process.winners or len(picture.bidders) < 2:
        return
    losing = [bid for bid in lost(process) if bid.status != DISQUALIFIED]
    if not losing:
        return
    if not won_together(process):
        yield Unclear(FLAG.code, "", SEVERAL)
        return
    yield from undeclared(FLAG.code, picture)
    winning = winning_bid(process)
    yield from _without_price(picture, process, winning, losing)
    if winning is None:
        return
    for gap in _suspect(gaps(winning, losing)):
        cluster = _cluster(picture, gap.bid.party, winning.party, law)
        if cluster is not None:
            yield _finding(picture, process, winning, gap, cluster)


def _without_price(
    picture: Picture, process: Process, winning: Bid | None, losing: list[Bid]
) -> Iterator[Unclear]:
    unpriced = [bid.party for bid in losing if bid.value is None]
    for bidder in dict.fromkeys((*(() if winning else process.winners), *unpriced)):
        yield Unclear(FLAG.code, bidder, NO_PRICE, {"bidder": picture.name(bidder)})


def _suspect(found: tuple[Gap, ...]) -> Iterator[Gap]:
    """Give the bids at the winner's price, and the nearest one where it stands out."""
    if not found:
        return
    fence = lower_fence([gap.percent for gap in found])
    for gap in found:
        if gap.percent == 0 or (gap is found[0] and gap.percent < fence):
            yield gap


def _cluster(picture: Picture, bidder: str, winner: str, law: Jurisdiction) -> ControlCluster | None:
    clusters = clusters_of(picture, law.control_majority)
    return next((each for each in clusters if {bidder, winner} <= set(each.bidders)), None)


def _finding(picture: Picture, process: Process, winning: Bid, gap: Gap, cluster: ControlCluster) -> Finding:
    losing = gap.bid
    facts = {
        "bidder": picture.name(losing.party),
        "winner": picture.name(winning.party),
        "winning_money": money_fact(winning.value or NOTHING, winning.currency),
        "losing_money": money_fact(losing.value or NOTHING, losing.currency),
        "gap": f"{figure(gap.percent)}{NO_BREAK_SPACE}%",
    }
    pointers = (*pointers_to(picture, winning.party), *pointers_to(picture, losing.party))
    links = [path for link in cluster.links for path in link.paths]
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, process.ocid, (losing.party, f"winner:{winning.party}")),
        sentence=NEAREST if gap.percent else SAME_PRICE,
        facts=facts,
        bidders=(winning.party, losing.party),
        about=tuple(dict.fromkeys(link.controller for link in cluster.links)),
        severity=FLAG.severity,
        proofs=(
            Proof(Sentence(PRICES, facts), pointers=pointers),
            *(proof for path in links for proof in proofs_along(picture, (path,), path[-1].held)),
        ),
    )


FLAG = Flag(
    code="cover-bid",
    version=1,
    title=N_("A bid that may be made to lose"),
    sentence=N_("The losing bid nearest to the winner's comes from the winner's own cluster."),
    severity=Severity.STRONG,
    find=find,
)
