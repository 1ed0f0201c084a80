"""Bidders for one tender are under common control.

Rule: bidders fall into ownership clusters. Two are in one cluster when a person or entity has both in its power, or one
    has the other: more than half of the shares or votes (the lower end of a range counts), power over the board's
    majority, or declared influence, alone or through companies under the same control. Each cluster of two or more
    bidders is a finding; it is weightiest when all bids come from one cluster.
Why: a tender with fewer clusters than bids has less competition than it seems, and none when there is one cluster.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); World Bank, warning signs of fraud and
    corruption in procurement: bids by affiliated companies.
Example: Athi Springs owns 51 % of Nzaui Masonry; both bid for the maternity wing, and nobody else does.
Left out: shares of half or less; ranges of which only the upper end is more than half; partners who only bid together,
    whose joint bid counts once; bidders that have no declaration, of whom it could not be judged.
"""

from collections.abc import Iterable

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    pointers_to,
    undeclared,
)
from register.graph.clusters import ControlCluster, clusters_of
from register.graph.explaining import product_of, told
from register.graph.paths import Path
from register.graph.picture import Joined, PartyKind, Picture
from register.graph.rivals import competing, offers_counted
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

TOGETHER = N_("%(bidders)s are under common control: %(bids)s bids come from %(clusters)s clusters.")
ONE = N_("All %(bids)s bids come from one cluster: %(bidders)s are under common control.")
OWNS = N_("%(controller)s, itself a bidder, has %(bidders)s in its power.")
ABOVE = N_("%(controller)s controls %(bidders)s.")
NOT_CONFIRMED = N_("The same identity number was typed for these records, and nobody has confirmed it yet.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if len(picture.bidders) < 2:
        return
    yield from undeclared(FLAG.code, picture)
    if picture.process is None:
        return
    clusters = clusters_of(picture, law.control_majority)
    bids, apart = offers_counted(picture.process, [each.bidders for each in clusters])
    for cluster in clusters:
        if competing(picture.process, cluster.bidders):
            yield _finding(picture, cluster, bids, apart)


def _finding(picture: Picture, cluster: ControlCluster, bids: int, clusters: int) -> Finding:
    about = tuple(dict.fromkeys(link.controller for link in cluster.links))
    typed = any(_rests_on_typing(picture, link.controller, link.paths) for link in cluster.links)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (*about, *cluster.bidders)),
        sentence=ONE if clusters == 1 else TOGETHER,
        facts={
            "bidders": _names(picture, cluster.bidders),
            "bids": str(bids),
            "clusters": str(clusters),
        },
        bidders=cluster.bidders,
        about=about,
        severity=Severity.ANSWER_FIRST if clusters == 1 else FLAG.severity,
        strength=Strength.LIKELY if typed else Strength.CERTAIN,
        certainty=NOT_CONFIRMED if typed else "",
        proofs=tuple(
            Proof(product_of(path) or told(picture, path[-1])[0], path, pointers_to(picture, path[-1].held))
            for link in cluster.links
            for path in link.paths
        ),
        details=tuple(_explained(picture, link.controller, link.bidders) for link in cluster.links),
    )


def _explained(picture: Picture, controller: str, bidders: tuple[str, ...]) -> Sentence:
    held = tuple(bidder for bidder in bidders if bidder != controller)
    facts = {"controller": picture.name(controller), "bidders": _names(picture, held)}
    return Sentence(OWNS if controller in bidders else ABOVE, facts)


def _names(picture: Picture, keys: tuple[str, ...]) -> str:
    return ", ".join(picture.name(key) for key in keys)


def _rests_on_typing(picture: Picture, controller: str, paths: tuple[Path, ...]) -> bool:
    party = picture.parties[controller]
    records = {path[0].holder_record for path in paths}
    joined = party.kind is PartyKind.PERSON and party.joined is Joined.TYPED and len(records) > 1
    return joined and bool(records & party.typed_records)


FLAG = Flag(
    code="one-real-bidder",
    version=2,
    title=N_("Bidders under common control"),
    sentence=N_("Bids that seem to compete come from one cluster of ownership."),
    severity=Severity.STRONG,
    find=find,
)
