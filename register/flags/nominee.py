"""A nominee arrangement stands in the chain above a bidder.

Rule: on the day, somebody acts as a nominee, or stands behind one, in a bidder or in a company or agreement above it.
Why: a nominee holds in its own name what belongs to another; who that is, is to be asked.
Source: Companies (Beneficial Ownership Information) Regulations 2020 (Kenya), on nominees; Open Ownership, "Beneficial
    ownership data in procurement" (2021).
Example: Cleo holds 40 % of Alfa in her own name, as a nominee for Ana.
Left out: arrangements that had ended; nominees of whom the declaration does not say that they are some; companies
    without a declaration, of which it could not be judged.
"""

from collections import defaultdict
from collections.abc import Iterable

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
from register.graph.paths import Path, paths_between
from register.graph.picture import Control, Picture, Stake
from register.graph.upstream import stakes_above
from register.jurisdictions import Jurisdiction
from register.words import N_

FOR_WHOM = N_("%(nominees)s acts as a nominee for %(nominators)s in %(held)s, which is behind %(bidder)s.")
FOR_NOBODY = N_(
    "%(nominees)s acts as a nominee in %(held)s, which is behind %(bidder)s; nobody says for whom."
)
BY_NOBODY = N_(
    "%(nominators)s stands behind a nominee in %(held)s, which is behind %(bidder)s; nobody says who that is."
)
NOBODY = N_("A nominee acts in %(held)s, which is behind %(bidder)s; neither it nor its principal is named.")
ROLES = frozenset({Control.NOMINEE, Control.NOMINATOR})


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        acting: dict[str, list[Stake]] = defaultdict(list)
        for stake in stakes_above(picture, company):
            if stake.controls & ROLES:
                acting[stake.held].append(stake)
        for held, stakes in acting.items():
            yield _finding(picture, company, held, stakes)


def _finding(picture: Picture, company: str, held: str, stakes: list[Stake]) -> Finding:
    nominees = _names(picture, stakes, Control.NOMINEE)
    nominators = _names(picture, stakes, Control.NOMINATOR)
    return of_company(
        FLAG,
        picture,
        company,
        _sentence(nominees, nominators),
        {"nominees": nominees, "nominators": nominators, "held": picture.name(held)},
        about=[each.holder for each in stakes],
        told_apart=(held,),
        proofs=proofs_along(
            picture, ((each, *_way_down(picture, held, company)) for each in stakes), company
        ),
    )


def _names(picture: Picture, stakes: list[Stake], role: Control) -> str:
    names = [picture.name(each.holder) for each in stakes if role in each.controls]
    return ", ".join(each for each in dict.fromkeys(names) if each)


def _sentence(nominees: str, nominators: str) -> str:
    if nominees and nominators:
        return FOR_WHOM
    if nominees:
        return FOR_NOBODY
    return BY_NOBODY if nominators else NOBODY


def _way_down(picture: Picture, held: str, company: str) -> Path:
    return next(iter(paths_between(picture, held, company, 1)), ())


FLAG = Flag(
    code="nominee",
    version=1,
    title=N_("A nominee stands in the chain"),
    sentence=N_("Somebody holds for another in the chain above a bidder."),
    severity=Severity.CONTEXT,
    find=find,
    kind=Kind.CONTEXT,
)
