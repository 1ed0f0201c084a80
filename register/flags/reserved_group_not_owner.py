"""A bidder for a reserved contract does not belong to the group it is reserved for.

Rule: the tender, or the contract that a bidder won, is reserved for women, youth or persons with disabilities, and on the
    day people of the group hold less than the jurisdiction's share of the bidder (Kenya: 70 %), all chains together and
    whatever nobody told counted as theirs; or somebody who leads it is not of the group; or somebody outside the group has
    it in their power. Where several groups may bid, one that is met is enough.
Why: a reserved contract that goes to others through a front takes from those whom the reservation is for.
Source: Access to Government Procurement Opportunities (Kenya): 70 % of the ownership and all of the leadership; Public
    Procurement and Asset Disposal Act 2015 (Kenya); Open Ownership, "Beneficial ownership data in procurement" (2021).
Example: The tender is reserved for women, and Ana holds 40 % of Alfa; Ben holds the rest and runs it.
Left out: whether a certificate is genuine; bidders of which it is not known of enough owners, or of any leader, whether
    they are of the group, of which it could not be judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from register.declarations.persons import Group
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
from register.graph.behind import Behind, people_behind
from register.graph.endings import End, Ending
from register.graph.groups import Parted, in_group, parted
from register.graph.paths import Path
from register.graph.picture import Party, Picture
from register.graph.shares import Reach, percent_of, text_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

NOT_MET = {
    Group.WOMEN: N_("This is reserved for women; what %(bidder)s declares does not meet that."),
    Group.YOUTH: N_("This is reserved for youth; what %(bidder)s declares does not meet that."),
    Group.DISABILITY: N_(
        "This is reserved for persons with disabilities; what %(bidder)s declares does not meet that."
    ),
}
TOO_LITTLE = N_(
    "No more than %(share)s of %(bidder)s can belong to the group, all chains together; %(least)s is asked for."
)
LEADS = N_("%(person)s leads %(bidder)s and is not of the group.")
CONTROLS = N_("%(person)s has %(bidder)s in their power and is not of the group.")
NOT_KNOWN = N_("It could not be told how much of %(bidder)s belongs to the group it is reserved for.")
LEADER_NOT_KNOWN = N_(
    "It is not known of everybody who leads %(bidder)s whether they are of the group it is reserved for."
)


@dataclass(frozen=True, slots=True)
class _Judged:
    """How a bidder stands to one group: what it fails in, what proves it, and why it cannot be judged where it cannot."""

    fails: tuple[Sentence, ...]
    paths: tuple[Path, ...]
    unclear: str

    @property
    def met(self) -> bool:
        return not self.fails and not self.unclear


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if any(_groups(picture, each) for each in picture.subjects):
        yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        judged = {group: _judge(picture, company, group, law) for group in _groups(picture, company)}
        if judged and not any(each.met for each in judged.values()):
            yield _answer(picture, company, judged)


def _groups(picture: Picture, company: str) -> list[Group]:
    """Give the groups for which a bidder's tender or contract is reserved, those it claims to be of first."""
    process = picture.process
    if process is None:
        return []
    won = {each.id for each in process.awards if each.supplier == company}
    reserved = process.reserved_for.union(*(c.reserved_for for c in process.contracts if c.award_id in won))
    claimed = picture.body(company).claims.groups or frozenset()
    return sorted((each for each in Group if each in reserved), key=lambda each: each not in claimed)


def _answer(picture: Picture, company: str, judged: dict[Group, _Judged]) -> Finding | Unclear:
    for each in judged.values():
        if not each.fails:
            return Unclear(FLAG.code, company, each.unclear, {"bidder": picture.name(company)})
    group, worst = next(iter(judged.items()))
    return of_company(
        FLAG,
        picture,
        company,
        NOT_MET[group],
        {},
        proofs=proofs_along(picture, worst.paths, company),
        details=worst.fails,
    )


def _judge(picture: Picture, company: str, group: Group, law: Jurisdiction) -> _Judged:
    def is_of_it(party: Party) -> bool | None:
        known = picture.person(party.key)
        return in_group(party, known, group, picture.as_of, law.youth_ages)

    def ends_in_it(ending: Ending) -> bool | None:
        if ending.end is End.PUBLIC:
            return False
        return is_of_it(picture.parties[ending.party]) if ending.end is End.NAMED else None

    share = parted(picture, company, ends_in_it)
    behind = people_behind(picture, company, law.owner_threshold, law.control_majority)
    outside = [each for each in behind if is_of_it(each.party) is False]
    leaders = [each for each in behind if each.manages]
    sure = bool(leaders) and all(is_of_it(each.party) for each in leaders)
    return _Judged(
        fails=tuple(_fails(picture.name(company), share, outside, law)),
        paths=tuple(dict.fromkeys(path for each in outside for path in _paths(each))),
        unclear=_unclear(share, law, leaders_known=sure),
    )


def _fails(bidder: str, share: Parted, outside: list[Behind], law: Jurisdiction) -> Iterator[Sentence]:
    least = law.flag_rules.group_share
    if share.at_most.reaches(least) is Reach.NO:
        facts = {"bidder": bidder, "share": text_of(share.at_most), "least": percent_of(least)}
        yield Sentence(TOO_LITTLE, facts)
    for each in outside:
        facts = {"bidder": bidder, "person": each.party.name}
        if each.manages:
            yield Sentence(LEADS, facts)
        if each.owner and each.owner.does and each.owner.controls:
            yield Sentence(CONTROLS, facts)


def _unclear(share: Parted, law: Jurisdiction, *, leaders_known: bool) -> str:
    if share.so.reaches(law.flag_rules.group_share) is not Reach.DOES:
        return NOT_KNOWN
    return "" if leaders_known else LEADER_NOT_KNOWN


def _paths(behind: Behind) -> tuple[Path, ...]:
    owned = behind.owner.paths if behind.owner else ()
    return (*owned, *((stake,) for stake in behind.manages))


FLAG = Flag(
    code="reserved-group-not-owner",
    version=1,
    title=N_("A reserved contract, and owners outside the group"),
    sentence=N_("A bidder for a reserved contract does not belong to the group it is reserved for."),
    severity=Severity.STRONG,
    find=find,
)
