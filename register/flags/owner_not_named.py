"""A company's chains end in somebody who is not named.

Rule: on the day, the chains above a company that has declared end, for the owner threshold or more of it, in nobody, in
    a person who is unknown or withheld, in a body above which nobody is told, or in companies that belong only to each
    other. All such ends count together. Where only the upper end of a declared range reaches the threshold, the finding
    says "may".
Why: behind an end without a name may stand anybody, also an official or another bidder.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); Open Contracting Partnership, "Red flags in
    public procurement" (2024).
Example: Kilungu Holdings owns 40 % of Alfa, and nobody says who owns Kilungu Holdings.
Left out: listed companies, states and bodies of a state, above which nobody need be named; companies that declare to have
    no owner and shares of which nobody said whose they are, which other flags ask about; companies without a declaration,
    of which it could not be judged.
"""

from collections.abc import Iterable, Iterator

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    declaring,
    of_company,
    pointers_to,
    proofs_along,
    undeclared,
)
from register.graph.endings import NOT_NAMED, End, Ending, endings_of, part_of
from register.graph.nobody import says_none
from register.graph.paths import paths_between
from register.graph.picture import Picture
from register.graph.shares import Range, Reach, text_of
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

NOT_SAID = N_("Nobody is named behind %(share)s of %(bidder)s.")
MAY_NOT_BE_SAID = N_("Nobody is named behind what may be %(share)s of %(bidder)s.")
ENDS = {
    End.WITHHELD: N_("%(share)s of %(bidder)s ends in somebody whose name is withheld."),
    End.NOBODY: N_("%(share)s of %(bidder)s ends in somebody whom nobody names."),
    End.BARE: N_("%(share)s of %(bidder)s ends in %(end)s, above which nobody is told."),
    End.CIRCLE: N_("%(share)s of %(bidder)s ends in %(end)s, which belongs to itself through others."),
}


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    yield from undeclared(FLAG.code, picture)
    for company in declaring(picture):
        if says_none(picture, company):
            continue
        endings = endings_of(picture, company)
        share = part_of(endings, lambda each: each.end in NOT_NAMED)
        reach = share.reaches(law.owner_threshold)
        if reach is not Reach.NO:
            hidden = [each for each in endings if each.end in NOT_NAMED]
            yield _finding(picture, company, hidden, share, sure=reach is Reach.DOES)


def _finding(picture: Picture, company: str, hidden: list[Ending], share: Range, *, sure: bool) -> Finding:
    return of_company(
        FLAG,
        picture,
        company,
        NOT_SAID if sure else MAY_NOT_BE_SAID,
        {"share": text_of(share)},
        severity=FLAG.severity if sure else Severity.ASK,
        strength=Strength.CERTAIN if sure else Strength.POSSIBLE,
        proofs=[proof for each in hidden for proof in _proofs(picture, company, each)],
        details=[_told(picture, company, each) for each in hidden],
    )


def _told(picture: Picture, company: str, ending: Ending) -> Sentence:
    facts = {
        "share": text_of(ending.share),
        "bidder": picture.name(company),
        "end": picture.name(ending.party),
    }
    return Sentence(ENDS[ending.end], facts)


def _proofs(picture: Picture, company: str, ending: Ending) -> Iterator[Proof]:
    yield from proofs_along(picture, paths_between(picture, ending.party, company), company)
    if ending.end in (End.BARE, End.CIRCLE):
        yield Proof(_told(picture, company, ending), pointers=pointers_to(picture, company))


FLAG = Flag(
    code="owner-not-named",
    version=1,
    title=N_("An owner is not named"),
    sentence=N_("A part of a company ends in nobody who is named."),
    severity=Severity.STRONG,
    find=find,
)
