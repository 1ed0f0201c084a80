"""Declared shares do not add up.

Rule: one declaration gives away more than the whole of a company's shares or votes, the lower ends of ranges counted; or
    a declared indirect share lies outside what the chain told beside it comes to; or, with the upper ends of ranges
    counted, less of the company is explained, all chains together, than the jurisdiction asks for.
Why: figures that cannot be true hide a holder, or make one up.
Source: Open Ownership, guides on verification: totals of shares and votes; Open Ownership, "Beneficial ownership data in
    procurement" (2021).
Example: Alfa declares that Ana holds 80 % of it and Ben 60 %.
Left out: excesses of a tenth of a percent and indirect shares half a percent off, which rounding explains; sums across
    two declarations, which another flag compares; parts that end in nobody who is named, of which another flag speaks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

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
from register.graph.condensation import economic_interests
from register.graph.endings import End, endings_of, part_of
from register.graph.holdings import holdings_of
from register.graph.picture import Claimed, Picture, Stake
from register.graph.shares import HUNDRED, Range, Reach, percent_of, text_of
from register.graph.upstream import parties_above, stakes_above
from register.jurisdictions import Jurisdiction
from register.words import N_

SHARES_OVER = N_("The shares declared in %(held)s add up to %(sum)s.")
VOTES_OVER = N_("The votes declared in %(held)s add up to %(sum)s.")
NOT_THE_CHAIN = N_(
    "%(holder)s is declared to hold %(share)s of %(held)s indirectly; the chain told for it comes to %(chain)s."
)
NOT_EXPLAINED = N_("Only %(share)s of %(bidder)s is explained: nobody said who holds the rest.")
#: Percent that many rounded figures may come to above the whole, and that one product may lie beside another.
ROUNDED, ROUNDED_PRODUCT = Decimal("0.1"), Decimal("0.5")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        yield from _over_the_whole(picture, company)
        yield from _beside_the_chain(picture, company)
        told = part_of(endings_of(picture, company), lambda each: each.end is not End.UNTOLD)
        if told.reaches(law.flag_rules.explained) is Reach.NO:
            facts = {"share": text_of(told)}
            yield of_company(FLAG, picture, company, NOT_EXPLAINED, facts, told_apart=("explained",))


def _over_the_whole(picture: Picture, company: str) -> Iterator[Finding]:
    """Add up what each declaration says of each body above the company, and of the company itself."""
    told: dict[tuple[str, str], list[Stake]] = defaultdict(list)
    for stake in stakes_above(picture, company):
        if stake.held_then:
            told[stake.held, stake.network].append(stake)
    for stakes in told.values():
        shares = [(stake, stake.shares) for stake in stakes if stake.shares]
        yield from _over(picture, company, SHARES_OVER, "shares", shares)
        votes = [(stake, stake.votes) for stake in stakes if stake.votes]
        yield from _over(picture, company, VOTES_OVER, "votes", votes)


def _over(
    picture: Picture, company: str, sentence: str, kind: str, told: list[tuple[Stake, Range]]
) -> Iterator[Finding]:
    # Two records of one holder may tell one share twice, so they are never added.
    least: dict[str, Decimal] = defaultdict(Decimal)
    for stake, share in told:
        least[stake.holder] = max(least[stake.holder], share.low)
    total = sum(least.values(), Decimal(0))
    if total > HUNDRED + ROUNDED:
        held = told[0][0].held
        yield of_company(
            FLAG,
            picture,
            company,
            sentence,
            {"held": picture.name(held), "sum": percent_of(total)},
            told_apart=(f"{kind}:{held}",),
            proofs=proofs_along(picture, ((stake,) for stake, _ in told), company),
        )


def _beside_the_chain(picture: Picture, company: str) -> Iterator[Finding]:
    bodies = {company, *(each.key for each in parties_above(picture, company))}
    for claimed in picture.claimed:
        if claimed.stake.held not in bodies:
            continue
        share, chain = claimed.stake.shares, _of_its_chain(picture, claimed)
        if share and chain and _apart(share, chain):
            facts = {
                "holder": picture.name(claimed.stake.holder),
                "held": picture.name(claimed.stake.held),
                "share": text_of(share),
                "chain": text_of(chain),
            }
            yield of_company(
                FLAG,
                picture,
                company,
                NOT_THE_CHAIN,
                facts,
                about=(claimed.stake.holder,),
                told_apart=(f"chain:{claimed.stake.held}",),
                proofs=proofs_along(picture, (_chain(picture, claimed), (claimed.stake,)), company),
            )


def _chain(picture: Picture, claimed: Claimed) -> tuple[Stake, ...]:
    return tuple(each for each in picture.stakes if each.record_id in claimed.components)


def _of_its_chain(picture: Picture, claimed: Claimed) -> Range | None:
    """Give what the chain comes to; None when another declaration speaks for a link of it."""
    if any(each.record_id in claimed.components for each in picture.otherwise):
        return None
    alone = replace(picture, stakes=_chain(picture, claimed))
    return economic_interests(holdings_of(alone), claimed.stake.held).get(claimed.stake.holder)


def _apart(one: Range, other: Range) -> bool:
    return one.low > other.high + ROUNDED_PRODUCT or other.low > one.high + ROUNDED_PRODUCT


FLAG = Flag(
    code="shares-do-not-add-up",
    version=1,
    title=N_("Shares do not add up"),
    sentence=N_("The shares a company declares come to too much or too little."),
    severity=Severity.ASK,
    find=find,
)
