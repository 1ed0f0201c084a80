"""An owner or senior manager of a bidder holds or held a prominent public office, or is close to somebody who does.

Rule: a person who is an owner of a bidder, has it in their power, or is its senior manager or director, declares a public
    office of their own or of family or a business partner, or is on a list of those in public office. An office that had
    ended by the day is told as context.
Why: public office may open doors, and whoever decides should know of it.
Source: Conflict of Interest Act 2025 (Kenya); Open Ownership, "Beneficial ownership data in procurement" (2021).
Example: Ana holds 30 % of Alfa and declares to be a member of the county assembly; Alfa bids for the school roof.
Left out: offices that had not begun by the day; entries of a list whose identity number or month of birth is another; bidders
    that have no declaration. Where somebody did not answer and there is no list it could not be judged.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from register.declarations.persons import Exposure, Tie
from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    proofs_behind,
    undeclared,
)
from register.graph.behind import NOT_SURE, Behind, people_behind
from register.graph.listing import CERTAINTY, as_listed, on_the_list
from register.graph.lists import Listed, ListKind
from register.graph.matching import Sameness, listed_as
from register.graph.picture import Picture
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

DECLARES_OWN = N_("%(person)s, at %(bidder)s, declares to hold or have held a public office.")
DECLARES_TIE = N_("%(person)s, at %(bidder)s, declares to be close to somebody in public office.")
LISTED = N_("%(person)s, at %(bidder)s, is on a list of those in public office.")
LIKE_NAME = N_("%(person)s, at %(bidder)s, has a name like %(listed)s on a list of those in public office.")
OFFICE: Mapping[Tie, str] = {
    Tie.SELF: N_("%(person)s declares an office of their own: %(office)s, %(body)s."),
    Tie.SPOUSE: N_("%(person)s declares an office of their husband or wife: %(office)s, %(body)s."),
    Tie.CHILD: N_("%(person)s declares an office of their child: %(office)s, %(body)s."),
    Tie.PARENT: N_("%(person)s declares an office of their father or mother: %(office)s, %(body)s."),
    Tie.SPOUSES_CHILD: N_(
        "%(person)s declares an office of a child of their husband or wife: %(office)s, %(body)s."
    ),
    Tie.SPOUSES_PARENT: N_(
        "%(person)s declares an office of a parent of their husband or wife: %(office)s, %(body)s."
    ),
    Tie.SIBLING: N_("%(person)s declares an office of their brother or sister: %(office)s, %(body)s."),
    Tie.BUSINESS_PARTNER: N_(
        "%(person)s declares an office of somebody they do business with: %(office)s, %(body)s."
    ),
}
SAYS_YES = N_("%(person)s declares to be politically exposed and names no office.")
ENDED = N_("The office ended on %(until_on)s.")
NOT_SAID = N_(
    "Not everybody behind %(bidder)s has said whether they hold a public office, and there is no list of those who do."
)
WEIGHTS = {
    Sameness.IDENTITY: Strength.CERTAIN,
    Sameness.TYPED_IDENTITY: Strength.LIKELY,
    Sameness.NAME_AND_MONTH: Strength.LIKELY,
    Sameness.NAME: Strength.POSSIBLE,
}


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if picture.process is None:
        return
    yield from undeclared(FLAG.code, picture)
    for bidder in picture.subjects:
        people = people_behind(picture, bidder, law.owner_threshold, law.control_majority)
        unsaid = [each for each in people if picture.person(each.party.key).exposed is None]
        if unsaid and not picture.has_list(ListKind.EXPOSED):
            yield Unclear(FLAG.code, bidder, NOT_SAID, {"bidder": picture.name(bidder)})
        for behind in people:
            yield from _declared(picture, bidder, behind)
            yield from _listed(picture, bidder, behind)


def _declared(picture: Picture, bidder: str, behind: Behind) -> Iterator[Finding]:
    person = picture.person(behind.party.key)
    begun = [each for each in person.exposures if not (each.since and each.since > picture.as_of)]
    for own in (True, False):
        offices = [each for each in begun if (each.tie is Tie.SELF) is own]
        if offices:
            running = [each for each in offices if not _over(picture, each)]
            said = [said for each in offices for said in _office(picture, behind, each)]
            sentence = DECLARES_OWN if own else DECLARES_TIE
            yield _finding(picture, bidder, behind, "own" if own else "tie", sentence, said, bool(running))
    if person.exposed and not person.exposures:
        said = [Sentence(SAYS_YES, {"person": behind.party.name})]
        yield _finding(picture, bidder, behind, "own", DECLARES_OWN, said, running=True)


def _over(picture: Picture, office: Exposure | Listed) -> bool:
    return office.until is not None and office.until <= picture.as_of


def _office(picture: Picture, behind: Behind, office: Exposure) -> Iterator[Sentence]:
    facts = {"person": behind.party.name, "office": office.office, "body": office.body}
    yield Sentence(OFFICE[office.tie], facts)
    if office.until and _over(picture, office):
        yield Sentence(ENDED, {"until_on": office.until.isoformat()})


def _listed(picture: Picture, bidder: str, behind: Behind) -> Iterator[Finding]:
    for entry in picture.listed:
        begun = not (entry.since and entry.since > picture.as_of)
        found = listed_as(behind.party, entry) if entry.kind is ListKind.EXPOSED and begun else None
        if found is not None:
            sentence = LIKE_NAME if found is Sameness.NAME else LISTED
            said = [on_the_list(entry), *as_listed(entry)]
            by = f"listed:{entry.id}"
            plain = _finding(picture, bidder, behind, by, sentence, said, not _over(picture, entry))
            yield replace(
                plain,
                facts={**plain.facts, "listed": entry.name},
                strength=WEIGHTS[found] if behind.sure else Strength.POSSIBLE,
                certainty=CERTAINTY[found] if behind.sure else NOT_SURE,
            )


def _finding(
    picture: Picture,
    bidder: str,
    behind: Behind,
    by: str,
    sentence: str,
    said: list[Sentence],
    running: bool,
) -> Finding:
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (behind.party.key, bidder, by)),
        sentence=sentence,
        facts={"person": behind.party.name, "bidder": picture.name(bidder)},
        bidders=(bidder,),
        about=(behind.party.key,),
        severity=FLAG.severity if running else Severity.CONTEXT,
        strength=Strength.CERTAIN if behind.sure else Strength.POSSIBLE,
        certainty="" if behind.sure else NOT_SURE,
        proofs=(*proofs_behind(picture, behind, bidder), *(Proof(each) for each in said)),
    )


FLAG = Flag(
    code="owner-is-politically-exposed",
    version=1,
    title=N_("Somebody behind a bidder is politically exposed"),
    sentence=N_("An owner or manager holds a public office, or is close to somebody who does."),
    severity=Severity.ASK,
    find=find,
)
