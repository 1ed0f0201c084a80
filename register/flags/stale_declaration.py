"""A declaration is older than the law allows, or a change was told too late.

Rule: on the day, the last declaration or confirmation of a company is older than the jurisdiction's number of months; or
    an interest that began after the company had declared was first told later than the days the law allows for a change.
Why: owners change hands unseen behind an old declaration, often around an award.
Source: Companies (Beneficial Ownership Information) Regulations 2020 (Kenya), as amended: changes are lodged within
    fourteen days; Open Ownership, guides on verification.
Example: Alfa declared in January; Ben has held 40 % of it since 20 January, and Alfa told so on 20 March only.
Left out: companies that never declared, of which another flag speaks; changes told within the days allowed; interests
    that ended, and changes among the owners of other companies in the chain.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from register.flags.flag import Finding, Flag, Severity, Unclear, declaring, of_company, proofs_along
from register.graph.picture import Picture, Stake
from register.jurisdictions import Jurisdiction
from register.words import N_

OLD = N_("%(bidder)s last said who its owners are on %(said_on)s; it was to confirm that by %(due_on)s.")
TOLD_LATE = N_(
    "What %(holder)s has in %(bidder)s began or changed on %(since_on)s; it was told on %(declared_on)s and was due by"
    " %(due_on)s."
)


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    for company in declaring(picture):
        said_on = _said_on(picture, company)
        due = law.confirmation_due(said_on)
        if due < picture.as_of:
            facts = {"said_on": said_on.isoformat(), "due_on": due.isoformat()}
            yield of_company(FLAG, picture, company, OLD, facts, told_apart=("old",))
        yield from _late_changes(picture, law, company)


def _said_on(picture: Picture, company: str) -> date:
    return max(picture.body(company).confirmed_on or date.min, picture.declared[company].on)


def _late_changes(picture: Picture, law: Jurisdiction, company: str) -> Iterator[Finding]:
    first = picture.declared[company].on
    for stake in picture.stakes:
        # What was told by the day may have been told before, in a statement since replaced.
        if stake.held == company and stake.late and stake.since and first < stake.since <= picture.as_of:
            due = law.change_due(stake.since)
            if due < stake.declared_on:
                yield _late(picture, company, stake, stake.since, due)


def _late(picture: Picture, company: str, stake: Stake, since: date, due: date) -> Finding:
    return of_company(
        FLAG,
        picture,
        company,
        TOLD_LATE,
        {
            "holder": picture.name(stake.holder),
            "since_on": since.isoformat(),
            "declared_on": stake.declared_on.isoformat(),
            "due_on": due.isoformat(),
        },
        about=(stake.holder,),
        proofs=proofs_along(picture, ((stake,),), company),
    )


FLAG = Flag(
    code="stale-declaration",
    version=1,
    title=N_("A declaration is out of date"),
    sentence=N_("A declaration is old, or a change was told too late."),
    severity=Severity.ASK,
    find=find,
)
