"""A company declares that it has no beneficial owner, or that nobody reaches the threshold.

Rule: on the day, the company's declaration says that nobody is its owner; or it names people, and none of them has the
    owner threshold or control, all chains together, surely or perhaps.
Why: there may be such companies, and it is also the easiest thing to say for one that hides its owner.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); Companies (Beneficial Ownership Information)
    Regulations 2020 (Kenya).
Example: Twelve people hold 8 % of Alfa each, and none of them is declared to control it.
Left out: companies that belong, for the threshold or more, to a listed company or a state, or to somebody not named,
    of which another flag speaks; companies without a declaration, of which it could not be judged.
"""

from collections.abc import Iterable

from register.flags.flag import (
    Finding,
    Flag,
    Severity,
    Unclear,
    declaring,
    of_company,
    proofs_along,
    undeclared,
)
from register.graph.endings import End, Ending, endings_of, part_of
from register.graph.nobody import saying_none, says_none
from register.graph.owners import owners_of
from register.graph.paths import paths_between
from register.graph.picture import PartyKind, Picture
from register.graph.shares import Reach, percent_of, text_of
from register.jurisdictions import Jurisdiction
from register.words import N_

SAYS_NONE = N_("%(bidder)s declares that nobody is its beneficial owner.")
ALL_BELOW = N_(
    "Nobody named by %(bidder)s reaches the threshold of %(threshold)s; the largest share is %(share)s,"
    " of %(holder)s."
)
#: Ends that make a named person as owner unnecessary, or that another flag asks about.
OTHERS = frozenset(End) - {End.NAMED, End.UNTOLD}


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        if says_none(picture, company):
            paths = ((stake,) for stake in saying_none(picture, company))
            proofs = proofs_along(picture, paths, company)
            yield of_company(FLAG, picture, company, SAYS_NONE, {}, proofs=proofs)
        elif small := _all_below(picture, company, law):
            yield _below(picture, company, small, law)


def _all_below(picture: Picture, company: str, law: Jurisdiction) -> list[Ending]:
    """Give the people named, the largest first, when none of them is an owner; else nobody."""
    endings = endings_of(picture, company)
    elsewhere = part_of(endings, lambda each: each.end in OTHERS)
    if elsewhere.reaches(law.owner_threshold) is not Reach.NO:
        return []
    owners = owners_of(picture, company, law.owner_threshold, law.control_majority)
    if any(each.party.kind is PartyKind.PERSON for each in owners):
        return []
    named = [each for each in endings if each.end is End.NAMED]
    return sorted(named, key=lambda each: (-each.share.high, each.party))


def _below(picture: Picture, company: str, small: list[Ending], law: Jurisdiction) -> Finding:
    largest = small[0]
    return of_company(
        FLAG,
        picture,
        company,
        ALL_BELOW,
        {
            "threshold": percent_of(law.owner_threshold),
            "share": text_of(largest.share),
            "holder": picture.name(largest.party),
        },
        proofs=proofs_along(picture, paths_between(picture, largest.party, company), company),
    )


FLAG = Flag(
    code="says-no-owner",
    version=1,
    title=N_("A company says it has no owner"),
    sentence=N_("A company declares no beneficial owner, or nobody who reaches the threshold."),
    severity=Severity.ASK,
    find=find,
)
