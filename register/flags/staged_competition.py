"""Every bid but the winner's was disqualified, and one of them came from the winner's own cluster.

Rule: of all bids handed in for a tender only the winner's was not disqualified, and the bidder of at least one of those put
    aside is under common control with the winner.
Why: bids that were never meant to stand make an award without competition look like a contest.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024), and Cardinal's R035; World Bank, warning
    signs of fraud and corruption in procurement.
Example: Alfa wins; Beta, of the same owner, and Gamma handed in bids without the required papers and were disqualified.
Left out: bids that were withdrawn; tenders in which somebody else's bid was valid or is still looked at. Where it is not
    known whether a bid was disqualified it could not be judged.
"""

from collections.abc import Iterable

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Unclear,
    fingerprint,
    pointers_to,
    proofs_along,
    undeclared,
)
from register.graph.clusters import ControlCluster, clusters_of
from register.graph.offers import DISQUALIFIED, lost
from register.graph.picture import Picture
from register.graph.process import Bid
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

STAGED = N_(
    "%(winners)s won after all other bids (%(count)s) were disqualified, among them those of its own cluster:"
    " %(bidders)s."
)
PUT_ASIDE = N_("The bid of %(bidder)s was disqualified.")
NO_STATUS = N_("It is not known whether the bid of %(bidder)s was disqualified.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture; nothing is asked before somebody won."""
    process = picture.process
    if process is None or not process.winners:
        return
    losing = lost(process)
    if any(bid.status and bid.status != DISQUALIFIED for bid in losing):
        return
    unknown = dict.fromkeys(bid.party for bid in losing if not bid.status)
    for bidder in unknown:
        yield Unclear(FLAG.code, bidder, NO_STATUS, {"bidder": picture.name(bidder)})
    if unknown or not losing:
        return
    yield from undeclared(FLAG.code, picture)
    for cluster in clusters_of(picture, law.control_majority):
        winners = [bidder for bidder in cluster.bidders if bidder in process.winners]
        aside = [bidder for bidder in cluster.bidders if any(bid.party == bidder for bid in losing)]
        if winners and aside:
            yield _finding(picture, process.ocid, cluster, winners, losing)


def _finding(
    picture: Picture, ocid: str, cluster: ControlCluster, winners: list[str], losing: tuple[Bid, ...]
) -> Finding:
    every = tuple(dict.fromkeys(bid.party for bid in losing))
    losers = [bidder for bidder in cluster.bidders if bidder in every]
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (*winners, *(f"loser:{each}" for each in losers))),
        sentence=STAGED,
        facts={
            "winners": _names(picture, winners),
            "bidders": _names(picture, losers),
            "count": str(len(every)),
        },
        bidders=(*winners, *losers),
        about=tuple(dict.fromkeys(link.controller for link in cluster.links)),
        severity=FLAG.severity,
        proofs=(
            *(_put_aside(picture, bidder) for bidder in every),
            *(
                proof
                for link in cluster.links
                for path in link.paths
                for proof in proofs_along(picture, (path,), path[-1].held)
            ),
        ),
    )


def _put_aside(picture: Picture, bidder: str) -> Proof:
    said = Sentence(PUT_ASIDE, {"bidder": picture.name(bidder)})
    return Proof(said, pointers=pointers_to(picture, bidder))


def _names(picture: Picture, keys: Iterable[str]) -> str:
    return ", ".join(picture.name(key) for key in keys)


FLAG = Flag(
    code="staged-competition",
    version=1,
    title=N_("Competition that may be staged"),
    sentence=N_("Every bid but the winner's was disqualified, and one came from the winner's own cluster."),
    severity=Severity.STRONG,
    find=find,
)
