"""Two declarations describe the same link differently.

Rule: on the day, the declarations of two companies both tell what one party holds in another, and the shares or the
    votes they tell have no figure in common.
Why: two companies with one owner above them should know the same of it; one of them is out of date or untrue.
Source: Open Ownership, guides on verification: declarations compared with each other.
Example: Alfa declares that Ana holds 60 % of Kaiti, and Beta declares that she holds 40 % of it.
Left out: links that only one of them tells; ranges that have a figure in common; half a percent of rounding; powers
    without a share; interests of which nobody can tell whether they held on the day.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from register.flags.flag import Finding, Flag, Proof, Severity, Unclear, fingerprint, undeclared
from register.graph.explaining import told
from register.graph.picture import Picture, Stake
from register.graph.shares import Range, text_of
from register.graph.upstream import parties_above
from register.jurisdictions import Jurisdiction
from register.words import N_

SHARES = N_(
    "%(one)s declares that %(holder)s holds %(share)s of %(held)s; %(other)s declares %(other_share)s."
)
VOTES = N_(
    "%(one)s declares that %(holder)s has %(share)s of the votes in %(held)s; %(other)s declares %(other_share)s."
)
#: Percent by which rounding may set two figures apart.
ROUNDED = Decimal("0.5")


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    met: set[str] = set()
    for finding in _findings(picture):
        if finding.fingerprint not in met:
            met.add(finding.fingerprint)
            yield finding


def _findings(picture: Picture) -> Iterator[Finding]:
    for other in picture.otherwise:
        for stake in picture.stakes:
            same = (stake.holder, stake.held) == (other.holder, other.held)
            if same and stake.held_then and other.held_then:
                if _apart(stake.shares, other.shares):
                    yield _finding(picture, stake, other, SHARES, (stake.shares, other.shares))
                elif _apart(stake.votes, other.votes):
                    yield _finding(picture, stake, other, VOTES, (stake.votes, other.votes))


def _apart(one: Range | None, other: Range | None) -> bool:
    if one is None or other is None:
        return False
    return one.low > other.high + ROUNDED or other.low > one.high + ROUNDED


def _finding(
    picture: Picture, stake: Stake, other: Stake, sentence: str, shares: tuple[Range | None, Range | None]
) -> Finding:
    ocid = picture.process.ocid if picture.process else ""
    share, other_share = (text_of(each) if each else "" for each in shares)
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(
            FLAG.code, ocid, (f"{stake.holder}>{stake.held}", stake.network, other.network)
        ),
        sentence=sentence,
        facts={
            "holder": picture.name(stake.holder),
            "held": picture.name(stake.held),
            "one": _by(picture, stake),
            "other": _by(picture, other),
            "share": share,
            "other_share": other_share,
        },
        bidders=_bidders(picture, stake.held),
        about=(stake.holder, stake.held),
        severity=FLAG.severity,
        proofs=tuple(Proof(told(picture, each)[0], (each,)) for each in (stake, other)),
    )


def _by(picture: Picture, stake: Stake) -> str:
    """Name the company that declares; one that the picture does not show, by its declaration's reference."""
    known = stake.network in picture.parties
    return picture.name(stake.network) if known else stake.declaration or stake.network


def _bidders(picture: Picture, held: str) -> tuple[str, ...]:
    return tuple(
        each
        for each in picture.subjects
        if each == held or any(party.key == held for party in parties_above(picture, each))
    )


FLAG = Flag(
    code="declarations-disagree",
    version=1,
    title=N_("Two declarations disagree"),
    sentence=N_("Two declarations describe the same link differently."),
    severity=Severity.ASK,
    find=find,
)
