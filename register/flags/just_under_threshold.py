"""Somebody holds just less than the threshold that makes an owner.

Rule: on the day, a person above a bidder, or a body that holds it directly, has all chains together no less than the
    owner threshold less the jurisdiction's margin (Kenya: one percent) and less than the threshold, and has no control
    besides. All such holders of one bidder are one finding; it is weightier when together they hold half or more.
Why: who wants not to be declared takes a share a little too small, or divides a larger one.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); Financial Action Task Force, guidance on
    beneficial ownership of legal persons.
Example: Six people hold 9.5 % of Alfa each, and nobody is its owner.
Left out: shares declared as ranges that begin lower; people who reach the threshold by other chains, jointly, or by
    control; companies without a declaration, of which it could not be judged.
"""

from collections.abc import Iterable
from functools import reduce

from register.flags.flag import (
    Finding,
    Flag,
    Kind,
    Severity,
    Unclear,
    declaring,
    of_company,
    proofs_along,
    undeclared,
)
from register.graph.owners import interests_of, owners_of
from register.graph.paths import paths_between
from register.graph.picture import PartyKind, Picture
from register.graph.shares import NOTHING, Range, Reach, percent_of, text_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

ONE = N_("%(holders)s holds %(share)s of %(bidder)s, just less than the threshold of %(threshold)s.")
SEVERAL = N_(
    "%(holders)s each hold just less than the threshold of %(threshold)s in %(bidder)s; together %(share)s."
)
EACH = N_("%(holder)s owns %(share)s of %(held)s, all chains together.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        if near := _just_under(picture, company, law):
            yield _finding(picture, company, near, law)


def _just_under(picture: Picture, company: str, law: Jurisdiction) -> dict[str, Range]:
    owners = {
        each.party.key for each in owners_of(picture, company, law.owner_threshold, law.control_majority)
    }
    least = law.owner_threshold - law.flag_rules.near_threshold
    direct = {stake.holder for stake in picture.stakes if stake.held == company}
    return {
        key: share
        for key, share in interests_of(picture, company).items()
        if key not in owners
        and _counts(picture, key, direct)
        and share.low >= least
        and share.reaches(law.owner_threshold) is Reach.NO
    }


def _counts(picture: Picture, key: str, direct: set[str]) -> bool:
    kind = picture.parties[key].kind
    return kind is PartyKind.PERSON or (kind is PartyKind.ENTITY and key in direct)


def _finding(picture: Picture, company: str, near: dict[str, Range], law: Jurisdiction) -> Finding:
    together = reduce(Range.plus, near.values(), NOTHING)
    half = together.reaches(law.control_majority) is Reach.DOES
    return of_company(
        FLAG,
        picture,
        company,
        SEVERAL if len(near) > 1 else ONE,
        {
            "holders": ", ".join(picture.name(each) for each in near),
            "share": text_of(together),
            "threshold": percent_of(law.owner_threshold),
        },
        about=near,
        severity=Severity.ASK if half else FLAG.severity,
        proofs=[
            proof
            for key in near
            for proof in proofs_along(picture, paths_between(picture, key, company), company)
        ],
        details=[
            Sentence(
                EACH,
                {"holder": picture.name(key), "share": text_of(share), "held": picture.name(company)},
            )
            for key, share in near.items()
        ],
    )


FLAG = Flag(
    code="just-under-threshold",
    version=1,
    title=N_("A share just below the threshold"),
    sentence=N_("Somebody holds just less than what makes an owner."),
    severity=Severity.CONTEXT,
    find=find,
    kind=Kind.CONTEXT,
)
