"""An owner, controller or senior manager of a bidder is family of an official who has a part in the process.

Rule: a person who is an owner of a bidder, has it in their power, or is its senior manager or director, is named as family
    by an official who has a part in this process on the day, or declares such an official as family. Family is husband or
    wife, child, parent, and the child or parent of the husband or wife; brothers, sisters and business partners are told
    apart and weigh less. The same identity number is strongest; names and months of birth come next; a like name alone
    is a question.
Why: nobody may decide about a contract of their own family.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), sections 59 and 66; Conflict of Interest Act 2025.
Example: Ana holds 30 % of Alfa; her husband sits on the evaluation committee for the tender it bids for.
Left out: officials who had left by the day or serve another process only; like names with different identity numbers or
    months of birth; family that neither side has declared. Where the list names no family of anybody it could not be
    judged in full.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from register.declarations.persons import FAMILY, Exposure, Tie
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
from register.graph.explaining import stands_behind
from register.graph.listing import CERTAINTY
from register.graph.lists import Official
from register.graph.matching import Sameness, same
from register.graph.names import alike
from register.graph.picture import Picture
from register.graph.process import Process
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

IS_FAMILY = N_("%(person)s, at %(bidder)s, is family of %(official)s: %(role)s, %(body)s.")
IS_CLOSE = N_("%(person)s, at %(bidder)s, is close to %(official)s: %(role)s, %(body)s.")
LIKE_NAME = N_(
    "%(person)s, at %(bidder)s, may be family of, or close to, %(official)s: %(role)s, %(body)s. Only names are alike."
)
TIES: Mapping[Tie, str] = {
    Tie.SPOUSE: N_("%(one)s is the husband or wife of %(other)s."),
    Tie.CHILD: N_("%(one)s is a child of %(other)s."),
    Tie.PARENT: N_("%(one)s is the father or mother of %(other)s."),
    Tie.SPOUSES_CHILD: N_("%(one)s is a child of the husband or wife of %(other)s."),
    Tie.SPOUSES_PARENT: N_("%(one)s is a parent of the husband or wife of %(other)s."),
    Tie.SIBLING: N_("%(one)s is a brother or sister of %(other)s."),
    Tie.BUSINESS_PARTNER: N_("%(one)s does business with %(other)s."),
}
BY_LIST = N_(
    "%(official)s names %(relative)s as family or close. Officials' list of %(listed_on)s, %(source)s."
)
BY_DECLARATION = N_("%(person)s declares to be close to %(named)s: %(office)s, %(office_body)s.")
NAMED_ALIKE = N_("The official is known by name and public body only. Is it the same person?")
NO_LIST = N_("There is no officials' list for this process.")
NO_FAMILY = N_("The officials' list names no family of anybody who has a part in this process.")
WEIGHTS = {
    Sameness.IDENTITY: (Severity.ANSWER_FIRST, Strength.CERTAIN),
    Sameness.TYPED_IDENTITY: (Severity.ANSWER_FIRST, Strength.LIKELY),
    Sameness.NAME_AND_MONTH: (Severity.STRONG, Strength.LIKELY),
    Sameness.NAME: (Severity.ASK, Strength.POSSIBLE),
}


@dataclass(frozen=True, slots=True)
class _Link:
    """What ties a person to an official, who says so, and how sure it is."""

    tie: Tie
    severity: Severity
    strength: Strength
    certainty: str
    said: Sentence
    words: Sentence


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    return () if picture.process is None else _of_process(picture, picture.process, law)


def _of_process(picture: Picture, process: Process, law: Jurisdiction) -> Iterator[Finding | Unclear]:
    if all(each.named for each in picture.officials):
        yield Unclear(FLAG.code, "", NO_LIST)
    if not picture.officials:
        return
    yield from undeclared(FLAG.code, picture)
    serving = [each for each in picture.officials if each.serves(process.ocid, picture.as_of)]
    if _no_family_told(serving):
        yield Unclear(FLAG.code, "", NO_FAMILY)
    for bidder in picture.subjects:
        for behind in people_behind(picture, bidder, law.owner_threshold, law.control_majority):
            for official in serving:
                links = [*_by_list(behind, official), *_by_declaration(picture, behind, official)]
                if links:
                    yield _finding(picture, bidder, behind, official, links)


def _no_family_told(serving: Sequence[Official]) -> bool:
    """Whether the list names no family of anybody on it; of those named to a committee alone none can be known."""
    listed = [each for each in serving if not each.named]
    return bool(listed) and not any(each.family for each in listed)


def _by_list(behind: Behind, official: Official) -> Iterator[_Link]:
    """Links that the official tells: what the person is to them."""
    for relative in official.family:
        found = same(behind.party, relative)
        tie = _tie_of(relative.tie)
        if found is None or tie is None:
            continue
        facts = {
            "official": official.name,
            "relative": relative.name,
            "listed_on": official.list_date.isoformat(),
            "source": official.source,
        }
        words = Sentence(TIES[tie], {"one": relative.name, "other": official.name})
        yield _Link(tie, *WEIGHTS[found], CERTAINTY[found], Sentence(BY_LIST, facts), words)


def _tie_of(text: str) -> Tie | None:
    return next((tie for tie in TIES if tie.value == text), None)


def _by_declaration(picture: Picture, behind: Behind, official: Official) -> Iterator[_Link]:
    """Links that the person declares: what the official is to them. Names alone say who the official is."""
    for office in picture.person(behind.party.key).exposures:
        if office.tie is Tie.SELF or _over(picture, office) or not alike(office.official, official.name):
            continue
        known = bool(office.body) and alike(office.body, official.body)
        facts = {
            "person": behind.party.name,
            "named": office.official,
            "office": office.office,
            "office_body": office.body,
        }
        yield _Link(
            office.tie,
            Severity.STRONG if known else Severity.ASK,
            Strength.LIKELY if known else Strength.POSSIBLE,
            NAMED_ALIKE if known else CERTAINTY[Sameness.NAME],
            Sentence(BY_DECLARATION, facts),
            Sentence(TIES[office.tie], {"one": office.official, "other": behind.party.name}),
        )


def _over(picture: Picture, office: Exposure) -> bool:
    return office.until is not None and office.until <= picture.as_of


def _finding(
    picture: Picture, bidder: str, behind: Behind, official: Official, links: list[_Link]
) -> Finding:
    """Tell all links of one person to one official in one finding, the surest first."""
    links = sorted(links, key=lambda link: (link.tie not in FAMILY, link.severity))
    surest, family = links[0], links[0].tie in FAMILY
    severity = surest.severity if family and behind.sure else max(surest.severity, Severity.ASK)
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (behind.party.key, bidder, f"official:{official.id}")),
        sentence=_sentence(surest, family=family),
        facts={
            "person": behind.party.name,
            "bidder": picture.name(bidder),
            "official": official.name,
            "role": official.role,
            "body": official.body,
        },
        bidders=(bidder,),
        about=(behind.party.key,),
        severity=severity,
        strength=surest.strength if behind.sure else Strength.POSSIBLE,
        certainty=surest.certainty if behind.sure else NOT_SURE,
        proofs=(*proofs_behind(picture, behind, bidder), *(Proof(link.said) for link in links)),
        details=(
            *(stands_behind(picture, behind.owner, bidder) if behind.owner else ()),
            *(link.words for link in links),
        ),
        officials=(official.id,),
    )


def _sentence(link: _Link, *, family: bool) -> str:
    if link.strength is Strength.POSSIBLE:
        return LIKE_NAME
    return IS_FAMILY if family else IS_CLOSE


FLAG = Flag(
    code="owner-is-family-of-official",
    version=1,
    title=N_("Family of an official is behind a bidder"),
    sentence=N_("Somebody behind a bidder is family of, or close to, an official of the process."),
    severity=Severity.ANSWER_FIRST,
    find=find,
)
