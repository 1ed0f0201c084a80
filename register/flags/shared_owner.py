"""Two bidders for one tender share a beneficial owner.

Rule: one natural person is an owner of two or more bidders for a tender on the day bids closed. An owner has the
    jurisdiction's threshold or more, all chains together, or controls the bidder. Where only the upper end of a
    declared range reaches the threshold, the finding says "may".
Why: bids from one owner only look like competition.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); Open Contracting Partnership, "Red flags in
    public procurement" (2024).
Example: Ana holds 60 % of Alfa and 40 % of Beta; both bid for the school roof.
Left out: interests that had ended by then; partners who only bid together; bidders that have no declaration, of whom it
    could not be judged; people who only have like names.
"""

from collections import defaultdict
from collections.abc import Iterable

from register.flags.flag import Finding, Flag, Severity, Strength, Unclear, fingerprint, proofs_of, undeclared
from register.graph.explaining import stands_behind
from register.graph.owners import Owner, owners_of
from register.graph.picture import Joined, Party, PartyKind, Picture
from register.graph.rivals import competing
from register.jurisdictions import Jurisdiction
from register.words import N_

IS_OWNER = N_("%(person)s is an owner of %(count)s bidders: %(bidders)s.")
MAY_BE_OWNER = N_("%(person)s may be an owner of %(count)s bidders: %(bidders)s.")
NOT_CONFIRMED = N_("The same identity number was typed for these records, and nobody has confirmed it yet.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if len(picture.bidders) < 2:
        return
    yield from undeclared(FLAG.code, picture)
    for person, owned in _people_behind(picture, law).items():
        rivals = competing(picture.process, owned)
        if rivals:
            counted = {bidder: owner for bidder, owner in owned.items() if bidder in rivals}
            yield _finding(picture, picture.parties[person], counted)


def _people_behind(picture: Picture, law: Jurisdiction) -> dict[str, dict[str, Owner]]:
    behind: dict[str, dict[str, Owner]] = defaultdict(dict)
    for bidder in picture.bidders:
        for owner in owners_of(picture, bidder, law.owner_threshold, law.control_majority):
            if owner.party.kind is PartyKind.PERSON:
                behind[owner.party.key][bidder] = owner
    return behind


def _finding(picture: Picture, person: Party, owned: dict[str, Owner]) -> Finding:
    sure = sum(owner.does for owner in owned.values()) > 1
    typed = _rests_on_typing(person, owned)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (person.key, *owned)),
        sentence=IS_OWNER if sure else MAY_BE_OWNER,
        facts={
            "person": person.name,
            "count": str(len(owned)),
            "bidders": ", ".join(picture.name(bidder) for bidder in owned),
        },
        bidders=tuple(owned),
        about=(person.key,),
        severity=FLAG.severity if sure else Severity.ASK,
        strength=_strength(sure=sure, typed=typed),
        certainty=NOT_CONFIRMED if typed else "",
        proofs=tuple(proof for bidder, owner in owned.items() for proof in proofs_of(picture, owner, bidder)),
        details=tuple(
            each for bidder, owner in owned.items() for each in stands_behind(picture, owner, bidder)
        ),
    )


def _rests_on_typing(person: Party, owned: dict[str, Owner]) -> bool:
    """Whether a record whose identity nobody confirmed ties the person to a bidder, and another to the next."""
    records = {path[0].holder_record for owner in owned.values() for path in owner.paths}
    return person.joined is Joined.TYPED and len(records) > 1 and bool(records & person.typed_records)


def _strength(*, sure: bool, typed: bool) -> Strength:
    if not sure:
        return Strength.POSSIBLE
    return Strength.LIKELY if typed else Strength.CERTAIN


FLAG = Flag(
    code="shared-owner",
    version=2,
    title=N_("Two bidders share an owner"),
    sentence=N_("One person is an owner of two or more bidders."),
    severity=Severity.STRONG,
    find=find,
)
