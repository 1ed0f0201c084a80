"""Somebody who bids together with others, or an owner of theirs, is behind a second bid for the same tender.

Rule: a member of a joint bid has a part in another bid for the same tender; or a member is an owner of another bidder, another
    bidder is an owner of a member, or both have an owner in common. Who bids together is told by the release or by a
    bidder's declaration.
Why: whoever has a part in two bids competes with themselves.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), section 66; Open Contracting Partnership, "Red flags in
    public procurement" (2024).
Example: Alfa and Beta bid together for the school roof; Ana, who owns Beta, owns Gamma as well, which bids alone.
Left out: interests that had ended by then; ventures declared for another tender or without naming one. Where members of
    a venture are not known it could not be judged.
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
    proofs_of,
    undeclared,
)
from register.graph.owners import Owner, owners_of
from register.graph.picture import Picture
from register.graph.process import Process
from register.graph.rivals import offers_of
from register.graph.ventures import Together, joint_bids, says_joint
from register.jurisdictions import Jurisdiction
from register.words import N_

ALONE = N_("%(bidder)s has a part in two bids: with %(partners)s, and another.")
OWNS_OTHER = N_(
    "%(partner)s bids together with %(partners)s and is an owner of %(bidder)s, which bids as well."
)
OWNED_BY = N_("%(partner)s bids together with %(partners)s, and its owner %(bidder)s bids as well.")
SHARED = N_(
    "%(partner)s bids together with %(partners)s and has an owner in common with %(bidder)s, which bids as well:"
    " %(owner)s."
)
PERHAPS = N_("It is not certain that all of these are owners.")
UNKNOWN = N_("It is not known with whom %(bidder)s bids together.")


@dataclass(frozen=True, slots=True)
class _Link:
    """How a member of a joint bid is behind a second bid."""

    sentence: str
    member: str
    sure: bool = True
    owner: str = ""
    proofs: tuple[Proof, ...] = ()


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    process = picture.process
    if process is None or len(picture.bidders) < 2:
        return
    found = joint_bids(picture)
    yield from _not_known(picture, found)
    if found:
        yield from undeclared(FLAG.code, picture)
    for joint in found:
        for bidder in picture.bidders:
            if offers_of(process, bidder) - joint.offers:
                links = sorted(_links(picture, process, joint, bidder, law), key=lambda link: not link.sure)
                if links:
                    yield _finding(picture, process, joint, bidder, links)


def _not_known(picture: Picture, found: Iterable[Together]) -> Iterator[Unclear]:
    given = tuple(found)
    told = {member for joint in given for member in joint.members}
    unsaid = [each for each in picture.bidders if each not in told and says_joint(picture.name(each))]
    partly = [joint.members[0] for joint in given if joint.unknown or len(joint.members) < 2]
    for bidder in dict.fromkeys((*unsaid, *partly)):
        yield Unclear(FLAG.code, bidder, UNKNOWN, {"bidder": picture.name(bidder)})


def _links(
    picture: Picture, process: Process, joint: Together, bidder: str, law: Jurisdiction
) -> Iterator[_Link]:
    """Give every way in which a second bid of `bidder` comes from a member of the joint bid."""
    if bidder in joint.members:
        yield _Link(ALONE, bidder)
        return
    own = _owners(picture, bidder, law)
    for member in joint.members:
        above = _owners(picture, member, law)
        if member in own:
            yield _owned(picture, OWNS_OTHER, member, own[member], bidder)
        elif bidder in above:
            yield _owned(picture, OWNED_BY, member, above[bidder], member)
        else:
            for key in (key for key in above if key in own):
                proofs = (
                    *proofs_of(picture, above[key], member),
                    *proofs_of(picture, own[key], bidder),
                )
                yield _Link(SHARED, member, above[key].does and own[key].does, key, proofs)


def _owners(picture: Picture, company: str, law: Jurisdiction) -> dict[str, Owner]:
    owners = owners_of(picture, company, law.owner_threshold, law.control_majority)
    return {owner.party.key: owner for owner in owners}


def _owned(picture: Picture, sentence: str, member: str, owner: Owner, company: str) -> _Link:
    proofs = tuple(proofs_of(picture, owner, company))
    return _Link(sentence, member, owner.does, owner.party.key, proofs)


def _finding(picture: Picture, process: Process, joint: Together, bidder: str, links: list[_Link]) -> Finding:
    first = links[0]
    owners = dict.fromkeys(link.owner for link in links if link.sentence == first.sentence and link.owner)
    facts = {
        "bidder": picture.name(bidder),
        "partner": picture.name(first.member),
        "partners": ", ".join(picture.name(each) for each in joint.members if each != first.member),
        "owner": ", ".join(picture.name(each) for each in owners),
    }
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, process.ocid, (*joint.members, f"second:{bidder}")),
        sentence=first.sentence,
        facts=facts,
        bidders=tuple(dict.fromkeys((*joint.members, bidder))),
        about=tuple(owners),
        severity=FLAG.severity if first.sure else Severity.ASK,
        strength=Strength.CERTAIN if first.sure else Strength.POSSIBLE,
        certainty="" if first.sure else PERHAPS,
        proofs=(
            Proof(joint.said, pointers=joint.pointers or pointers_to(picture, bidder)),
            *(proof for link in links for proof in link.proofs),
        ),
    )


FLAG = Flag(
    code="partner-bids-alone",
    version=1,
    title=N_("A partner of a joint bid is behind a second bid"),
    sentence=N_("A member of a joint bid, or an owner of theirs, is behind another bid for the same tender."),
    severity=Severity.STRONG,
    find=find,
)
