"""Two bidders for one tender share a parent, or one bidder is an owner of another.

Rule: one company or other body is an owner of two or more bidders for a tender on the day bids closed, or one bidder is
    an owner of another. An owner has the jurisdiction's threshold or more, all chains together, or controls the bidder.
    Where several bodies of one chain stand above the same bidders, the nearest is told. Where only the upper end of a
    declared range reaches the threshold, the finding says "may".
Why: companies of one parent have little reason to outbid each other.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); Open Contracting Partnership, "Red flags in
    public procurement" (2024).
Example: Kaiti Holdings owns 40 % of Alfa and 25 % of Beta; both bid for the school roof.
Left out: interests that had ended by then; partners who only bid together; bodies that are no more than several people
    holding jointly; bidders that have no declaration, of whom it could not be judged.
"""

from collections import defaultdict
from collections.abc import Iterable

from register.flags.flag import Finding, Flag, Severity, Strength, Unclear, fingerprint, proofs_of, undeclared
from register.graph.explaining import stands_behind
from register.graph.owners import Owner, owners_of
from register.graph.picture import PartyKind, Picture
from register.graph.rivals import competing
from register.jurisdictions import Jurisdiction
from register.words import N_

IS_PARENT = N_("%(parent)s is an owner of %(count)s bidders: %(bidders)s.")
MAY_BE_PARENT = N_("%(parent)s may be an owner of %(count)s bidders: %(bidders)s.")
IS_BIDDER = N_("%(parent)s, itself a bidder, is an owner of %(bidders)s.")
MAY_BE_BIDDER = N_("%(parent)s, itself a bidder, may be an owner of %(bidders)s.")

#: The bidders that one body owns, with how it does.
Owned = dict[str, Owner]


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if len(picture.bidders) < 2:
        return
    yield from undeclared(FLAG.code, picture)
    above = _bodies_above(picture, law)
    for parent, owned in above.items():
        if not any(_nearer(parent, owned, other, above[other]) for other in above if other != parent):
            yield _finding(picture, parent, owned)


def _bodies_above(picture: Picture, law: Jurisdiction) -> dict[str, Owned]:
    above: dict[str, Owned] = defaultdict(dict)
    for bidder in picture.bidders:
        for owner in owners_of(picture, bidder, law.owner_threshold, law.control_majority):
            if owner.party.kind is PartyKind.ENTITY and not owner.party.joint:
                above[owner.party.key][bidder] = owner
    kept: dict[str, Owned] = {}
    for parent, owned in above.items():
        own = (parent,) if parent in picture.bidders else ()
        rivals = competing(picture.process, (*own, *owned))
        counted = {bidder: owner for bidder, owner in owned.items() if bidder in rivals}
        if counted and len(rivals) > 1:
            kept[parent] = counted
    return kept


def _nearer(parent: str, owned: Owned, other: str, owned_by_other: Owned) -> bool:
    """Whether all that `parent` owns it owns through `other`, which is told for as many bidders itself."""
    if not set(owned) <= {other, *owned_by_other}:
        return False
    return all(
        bidder == other or any(stake.held == other for stake in path)
        for bidder, owner in owned.items()
        for path in (*owner.paths, *(way for _, way in owner.controls))
    )


def _finding(picture: Picture, parent: str, owned: Owned) -> Finding:
    bids = parent in picture.bidders
    bidders = (*((parent,) if bids else ()), *owned)
    sure = sum(owner.does for owner in owned.values()) >= (1 if bids else 2)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (parent, *owned)),
        sentence=_sentence(sure=sure, bids=bids),
        facts={
            "parent": picture.name(parent),
            "count": str(len(owned)),
            "bidders": ", ".join(picture.name(bidder) for bidder in owned),
        },
        bidders=bidders,
        about=(parent,),
        severity=FLAG.severity if sure else Severity.ASK,
        strength=Strength.CERTAIN if sure else Strength.POSSIBLE,
        proofs=tuple(proof for bidder, owner in owned.items() for proof in proofs_of(picture, owner, bidder)),
        details=tuple(
            each for bidder, owner in owned.items() for each in stands_behind(picture, owner, bidder)
        ),
    )


def _sentence(*, sure: bool, bids: bool) -> str:
    if bids:
        return IS_BIDDER if sure else MAY_BE_BIDDER
    return IS_PARENT if sure else MAY_BE_PARENT


FLAG = Flag(
    code="shared-parent",
    version=1,
    title=N_("Two bidders share a parent"),
    sentence=N_("One company is an owner of two or more bidders, or one bidder of another."),
    severity=Severity.STRONG,
    find=find,
)
