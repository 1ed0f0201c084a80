"""Owners of two bidders have nearly the same name and were born in the same month.

Rule: an owner of one bidder and an owner of another, whom no identity number joins, have names that are alike but for
    order, left-out parts and one letter, and were born in the same month. An officer says whether it is one person.
Why: whoever owns two bidders may appear under two documents or two spellings.
Source: Open Ownership, guides to the verification of beneficial ownership data; Open Ownership, "Beneficial ownership
    data in procurement" (2021).
Example: Mohammed Mutua owns Alfa and Mohamed Mutua owns Beta, both born in April 1980; both bid for the school roof.
Left out: like names with different months of birth; two people who are owners of one company side by side; partners who
    only bid together; bidders that have no declaration. Where a month of birth is not known it could not be judged.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from register.flags.flag import Finding, Flag, Severity, Strength, Unclear, fingerprint, proofs_of, undeclared
from register.graph.explaining import stands_behind
from register.graph.names import nearly_alike
from register.graph.owners import Owner, owners_of
from register.graph.picture import Party, PartyKind, Picture
from register.graph.rivals import competing
from register.jurisdictions import Jurisdiction
from register.words import N_

LIKE = N_(
    "%(person)s, an owner of %(bidder)s, and %(other)s, an owner of %(other_bidder)s, have like names and were"
    " born in the same month. Is it one person?"
)
NUMBERS_DIFFER = N_("The identity numbers on the two records differ; one person may have two documents.")
NUMBER_UNKNOWN = N_("The identity number is not known on both records.")
MONTH_UNKNOWN = N_(
    "%(person)s and %(other)s have like names, and the month of birth is not known of both of them."
)

#: The bidders that one person is or may be an owner of.
Owned = dict[str, Owner]


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if len(picture.bidders) < 2:
        return
    yield from undeclared(FLAG.code, picture)
    for (one, owned), (other, owned_by_other) in combinations(_people(picture, law), 2):
        rivals = competing(picture.process, (*owned, *owned_by_other))
        if set(owned) & set(owned_by_other) or len(rivals) < 2 or not _alike(one, other):
            continue
        if not (one.birth_month and other.birth_month):
            yield Unclear(FLAG.code, next(iter(owned)), MONTH_UNKNOWN, _names(one, other))
        elif one.birth_month == other.birth_month:
            yield _finding(picture, (one, owned), (other, owned_by_other))


def _people(picture: Picture, law: Jurisdiction) -> Iterator[tuple[Party, Owned]]:
    found: dict[str, Owned] = {}
    for bidder in picture.bidders:
        for owner in owners_of(picture, bidder, law.owner_threshold, law.control_majority):
            if owner.party.kind is PartyKind.PERSON:
                found.setdefault(owner.party.key, {})[bidder] = owner
    for key, owned in found.items():
        yield picture.parties[key], owned


def _alike(one: Party, other: Party) -> bool:
    mine, yours = (one.name, *one.other_names), (other.name, *other.other_names)
    return any(nearly_alike(name, another) for name in mine for another in yours)


def _names(one: Party, other: Party) -> dict[str, str]:
    return {"person": one.name, "other": other.name}


def _finding(picture: Picture, one: tuple[Party, Owned], other: tuple[Party, Owned]) -> Finding:
    (person, owned), (another, owned_by_other) = one, other
    every = {**owned, **owned_by_other}
    differ = bool(person.identity and another.identity)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (person.key, another.key, *every)),
        sentence=LIKE,
        facts={
            **_names(person, another),
            "bidder": ", ".join(picture.name(bidder) for bidder in owned),
            "other_bidder": ", ".join(picture.name(bidder) for bidder in owned_by_other),
        },
        bidders=tuple(every),
        about=(person.key, another.key),
        severity=FLAG.severity,
        strength=Strength.POSSIBLE,
        certainty=NUMBERS_DIFFER if differ else NUMBER_UNKNOWN,
        proofs=tuple(proof for bidder, owner in every.items() for proof in proofs_of(picture, owner, bidder)),
        details=tuple(
            each for bidder, owner in every.items() for each in stands_behind(picture, owner, bidder)
        ),
    )


FLAG = Flag(
    code="like-named-owners",
    version=1,
    title=N_("Owners of two bidders have like names"),
    sentence=N_("Owners of two bidders have nearly the same name and month of birth."),
    severity=Severity.ASK,
    find=find,
)
