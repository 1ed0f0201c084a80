"""A bidder that lost, or a company of its cluster, is hired or paid under the contract.

Rule: a bidder that did not win the tender, or a company under common control with it, is a subcontractor or a payee of the
    contract, as the release tells it or as the winner declares. A like name without an official number is a question.
Why: a share in the contract may be the price of a bid that was made to lose.
Source: Open Contracting Partnership, "Red flags in public procurement" (2024); World Bank, warning signs of fraud and
    corruption in procurement.
Example: Beta loses the tender for the school roof to Alfa; Ana, who owns Beta, owns Delta as well, to which Alfa hands on
    half of the works.
Left out: those who won, and whoever is hired without being told; companies beside the tender that never declared to this
    register. Of bidders that have no declaration, their clusters could not be judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    pointers_to,
    proofs_along,
    undeclared,
)
from register.graph.clusters import ControlCluster, clusters_among
from register.graph.names import same_body_name
from register.graph.picture import Picture
from register.graph.process import Paid, Process
from register.graph.telling import Sentence
from register.graph.ventures import for_this, numbered
from register.jurisdictions import Jurisdiction
from register.words import N_

IS_HIRED = N_("%(bidder)s bid and lost, and is hired or paid under the contract.")
CLUSTER_HIRED = N_(
    "%(paid)s, in one cluster with %(bidder)s, which bid and lost, is hired or paid under the contract."
)
LIKE_NAME = N_("%(paid)s, hired or paid under the contract, has a name like %(bidder)s, which bid and lost.")
ONLY_NAME = N_("Only the names are alike. Is it the same company?")
BY_RELEASE = {
    "subcontractor": N_("According to the release %(paid)s is a subcontractor."),
    "payee": N_("According to the release %(paid)s is paid."),
}
BY_DECLARATION = N_("%(winner)s declares to hire %(paid)s.")


@dataclass(frozen=True, slots=True)
class _Part:
    """Somebody hired or paid: under which key, as told by whom."""

    paid: Paid
    said: Sentence


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture; nothing is asked before somebody won."""
    process = picture.process
    if process is None or not process.winners:
        return
    losers = tuple(each for each in picture.bidders if each not in process.winners)
    parts = [each for each in _parts(picture, process) if each.paid.party not in process.winners]
    if not losers or not parts:
        return
    yield from undeclared(FLAG.code, picture)
    seen = set()
    for part in parts:
        for found in _of_part(picture, process, losers, part, law):
            if found.fingerprint not in seen:
                seen.add(found.fingerprint)
                yield found


def _parts(picture: Picture, process: Process) -> Iterator[_Part]:
    """Give whoever is hired or paid, by the release first and then by the winners' declarations."""
    for contract in process.contracts:
        for paid in contract.paid:
            words = BY_RELEASE.get(paid.part, BY_RELEASE["payee"])
            yield _Part(paid, Sentence(words, {"paid": paid.name}))
    for winner in process.winners:
        for hired in picture.body(winner).subcontractors:
            if for_this(process, hired.tender):
                key = numbered(picture.wider or picture, hired.number) or ""
                paid = Paid(key, hired.name, "subcontractor", id=hired.number.number if hired.number else "")
                facts = {"winner": picture.name(winner), "paid": hired.name}
                yield _Part(paid, Sentence(BY_DECLARATION, facts))


def _of_part(
    picture: Picture, process: Process, losers: tuple[str, ...], part: _Part, law: Jurisdiction
) -> Iterator[Finding]:
    paid = part.paid
    if paid.party in losers:
        yield _finding(picture, process, paid.party, part, IS_HIRED)
        return
    cluster = _cluster(picture, paid.party, law)
    near = [each for each in losers if cluster and each in cluster.bidders]
    for loser in near:
        yield _finding(picture, process, loser, part, CLUSTER_HIRED, cluster)
    for loser in losers:
        if loser not in near and not paid.id and same_body_name(paid.name, picture.name(loser)):
            yield _finding(picture, process, loser, part, LIKE_NAME)


def _cluster(picture: Picture, paid: str, law: Jurisdiction) -> ControlCluster | None:
    wider = picture.wider or picture
    if paid not in wider.parties:
        return None
    clusters = clusters_among(wider, (*picture.bidders, paid), law.control_majority)
    return next(each for each in clusters if paid in each.bidders)


def _finding(
    picture: Picture,
    process: Process,
    loser: str,
    part: _Part,
    sentence: str,
    cluster: ControlCluster | None = None,
) -> Finding:
    paid, wider = part.paid, picture.wider or picture
    like = sentence == LIKE_NAME
    paths = [path for link in cluster.links for path in link.paths] if cluster else []
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, process.ocid, (loser, f"paid:{paid.party or paid.name}")),
        sentence=sentence,
        facts={"bidder": picture.name(loser), "paid": paid.name},
        bidders=(loser,),
        about=(paid.party,) if cluster else (),
        severity=Severity.ASK if like else FLAG.severity,
        strength=Strength.POSSIBLE if like else Strength.CERTAIN,
        certainty=ONLY_NAME if like else "",
        proofs=(
            Proof(part.said, pointers=(paid.pointer,) if paid.pointer else pointers_to(picture, loser)),
            *(proof for path in paths for proof in proofs_along(wider, (path,), path[-1].held)),
        ),
    )


FLAG = Flag(
    code="losing-bidder-subcontracted",
    version=1,
    title=N_("A bidder that lost has a part in the contract"),
    sentence=N_("A bidder that lost, or a company of its cluster, is hired or paid under the contract."),
    severity=Severity.STRONG,
    find=find,
)
