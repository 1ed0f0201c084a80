"""A bidder that bids as a citizen or local contractor is not one, looking through its owners.

Rule: a bidder claims to be a citizen contractor, or the tender is open to those only, and on the day a part of it belongs,
    all chains together, to a person who is not a citizen or to a foreign state, or such a person has it in their power;
    or it claims to be a local contractor, or the tender is open to those only, and no more than the jurisdiction's share of
    it (Kenya: 51 %) can belong to citizens, or it is registered abroad. What may be only by the upper end of a range is told
    as "may".
Why: preferences for citizens are worth nothing when others own through a company at home.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), section 155 and the definitions of citizen contractor and
    local contractor; Open Ownership, "Beneficial ownership data in procurement" (2021).
Example: Alfa bids as a citizen contractor, and Kaiti, which owns 30 % of it, belongs to Jonas, who is not a citizen.
Left out: owners below the threshold whom nobody need declare; bidders of which too much belongs to bodies or people of
    whom nobody told whose citizens they are, of which it could not be judged.
"""

from collections.abc import Iterable, Iterator

from register.declarations.claims import Contractor
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
from register.graph.endings import endings_of
from register.graph.groups import Parted, is_citizen, of_citizens, parted
from register.graph.owners import owners_of
from register.graph.paths import paths_between
from register.graph.picture import Party, PartyKind, Picture
from register.graph.shares import Reach, percent_of, text_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

NOT_CITIZEN = N_("%(bidder)s bids as a citizen contractor; %(share)s of it belongs to others than citizens.")
MAY_NOT_CITIZEN = N_(
    "%(bidder)s bids as a citizen contractor; what may be %(share)s of it belongs to others than citizens."
)
NOT_CONTROLLED = N_(
    "%(bidder)s bids as a citizen contractor, and others than citizens have it in their power."
)
NOT_LOCAL = N_(
    "%(bidder)s bids as a local contractor; no more than %(share)s of it can belong to citizens, where more than"
    " %(least)s is asked for."
)
ABROAD = N_("%(bidder)s bids as a local contractor and is registered in %(in_country)s.")
OTHERS = N_("%(holder)s, behind %(share)s of %(bidder)s, is not a citizen.")
IN_POWER = N_("%(person)s has %(bidder)s in their power and is not a citizen.")
NOT_KNOWN = N_("It could not be told how much of %(bidder)s belongs to citizens.")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if any(_asked(picture, each) for each in picture.subjects):
        yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        if asked := _asked(picture, company):
            share = parted(picture, company, lambda each: of_citizens(picture, each, law.country_code))
            judge = _citizen if Contractor.CITIZEN in asked else _local
            yield from judge(picture, company, share, law)


def _asked(picture: Picture, company: str) -> frozenset[Contractor]:
    """Give what a bidder claims to be, or must be by what the tender is reserved for; the stricter holds for both."""
    reserved = picture.process.reserved_for if picture.process else frozenset()
    claimed = picture.body(company).claims.contractor
    kinds = (Contractor.CITIZEN, Contractor.LOCAL)
    return frozenset(each for each in kinds if each == claimed or each in reserved)


def _citizen(picture: Picture, company: str, share: Parted, law: Jurisdiction) -> Iterator[Finding | Unclear]:
    powers = _foreign_powers(picture, company, law)
    sure = share.not_so.low > 0 or share.not_so.low_excluded
    if sure or powers or share.not_so.high > 0:
        sentence = NOT_CITIZEN if sure else NOT_CONTROLLED if powers else MAY_NOT_CITIZEN
        yield _finding(picture, company, sentence, {"share": text_of(share.not_so)}, powers, law)
    elif share.not_known.reaches(law.owner_threshold) is not Reach.NO:
        yield Unclear(FLAG.code, company, NOT_KNOWN, {"bidder": picture.name(company)})


def _local(picture: Picture, company: str, share: Parted, law: Jurisdiction) -> Iterator[Finding | Unclear]:
    country, least = picture.parties[company].country, law.flag_rules.local_share
    if country not in ("", law.country_code):
        yield _finding(picture, company, ABROAD, {"in_country": country}, [], law)
    elif share.at_most.exceeds(least) is Reach.NO:
        facts = {"share": text_of(share.at_most), "least": percent_of(least)}
        yield _finding(picture, company, NOT_LOCAL, facts, [], law)
    elif share.so.exceeds(least) is not Reach.DOES:
        yield Unclear(FLAG.code, company, NOT_KNOWN, {"bidder": picture.name(company)})


def _foreign_powers(picture: Picture, company: str, law: Jurisdiction) -> list[Party]:
    """Give the people who surely have the company in their power and are citizens of other countries only."""
    return [
        each.party
        for each in owners_of(picture, company, law.owner_threshold, law.control_majority)
        if each.does
        and each.controls
        and each.party.kind is PartyKind.PERSON
        and is_citizen(each.party, law.country_code) is False
    ]


def _finding(
    picture: Picture,
    company: str,
    sentence: str,
    facts: dict[str, str],
    powers: list[Party],
    law: Jurisdiction,
) -> Finding:
    others = [
        each for each in endings_of(picture, company) if of_citizens(picture, each, law.country_code) is False
    ]
    keys = dict.fromkeys((*(each.party for each in others), *(each.key for each in powers)))
    bidder, may = picture.name(company), sentence == MAY_NOT_CITIZEN
    told = [
        {"holder": picture.name(each.party), "share": text_of(each.share), "bidder": bidder}
        for each in others
    ]
    ways = [path for key in keys for path in paths_between(picture, key, company)]
    return of_company(
        FLAG,
        picture,
        company,
        sentence,
        facts,
        severity=Severity.ASK if may else FLAG.severity,
        strength=Strength.POSSIBLE if may else Strength.CERTAIN,
        proofs=proofs_along(picture, ways, company),
        details=(
            *(Sentence(OTHERS, each) for each in told),
            *(Sentence(IN_POWER, {"person": each.name, "bidder": bidder}) for each in powers),
        ),
    )


FLAG = Flag(
    code="citizen-claim-not-met",
    version=1,
    title=N_("Not a citizen or local contractor"),
    sentence=N_("A bidder that bids as a citizen or local contractor belongs to others."),
    severity=Severity.STRONG,
    find=find,
)
