"""A bidder owns a part of itself through others.

Rule: following the shares upwards from a bidder, one comes back to the bidder. The finding tells how much of itself it
    holds, all ways round together. Where nothing but the upper end of a declared range says so, it says "may".
Why: what a company holds of itself belongs to nobody who can be named, and hides how much the others really have.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); World Bank, warning signs of fraud and
    corruption in procurement.
Example: Alfa owns half of Kaiti, and Kaiti owns 40 % of Alfa: Alfa holds 20 % of itself.
Left out: circles among other companies of the chain; a company's own shares held by itself directly; interests that
    had ended.
"""

from collections.abc import Iterable
from dataclasses import replace

from register.flags.flag import (
    Finding,
    Flag,
    Severity,
    Strength,
    Unclear,
    declaring,
    of_company,
    proofs_along,
    undeclared,
)
from register.graph.condensation import economic_interests
from register.graph.holdings import holdings_of
from register.graph.paths import Path, paths_between
from register.graph.picture import Picture
from register.graph.shares import NOTHING, Range, text_of
from register.jurisdictions import Jurisdiction
from register.words import N_

OWNS_ITSELF = N_("%(bidder)s owns %(share)s of itself through %(others)s.")
MAY_OWN_ITSELF = N_("%(bidder)s may own %(share)s of itself through %(others)s.")
#: Stands for the company where a chain comes back to it.
_ITSELF = "#itself"


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        if circles := _circles(picture, company):
            yield _finding(picture, company, circles, _of_itself(picture, company))


def _circles(picture: Picture, company: str) -> tuple[Path, ...]:
    """Give the ways of shares from a company down to itself, through others."""
    last = [each for each in picture.stakes if each.held == company and each.holder != company]
    ways = [(*path, stake) for stake in last for path in paths_between(picture, company, stake.holder)]
    return tuple(way for way in ways if all(stake.shares and stake.shares.high > 0 for stake in way))


def _of_itself(picture: Picture, company: str) -> Range:
    told = (
        replace(each, holder=_ITSELF) if each.holder == company else each
        for each in holdings_of(picture)
        if not each.holder == each.held == company
    )
    return economic_interests(told, company).get(_ITSELF, NOTHING)


def _finding(picture: Picture, company: str, circles: tuple[Path, ...], share: Range) -> Finding:
    others = tuple(dict.fromkeys(stake.holder for way in circles for stake in way[1:]))
    sure = share.low > 0 or share.low_excluded
    return of_company(
        FLAG,
        picture,
        company,
        OWNS_ITSELF if sure else MAY_OWN_ITSELF,
        {"share": text_of(share), "others": ", ".join(picture.name(each) for each in others)},
        told_apart=others,
        severity=FLAG.severity if sure else Severity.ASK,
        strength=Strength.CERTAIN if sure else Strength.POSSIBLE,
        proofs=proofs_along(picture, circles, company),
    )


FLAG = Flag(
    code="circular-ownership",
    version=1,
    title=N_("A bidder owns itself"),
    sentence=N_("A bidder owns a part of itself through others."),
    severity=Severity.STRONG,
    find=find,
)
