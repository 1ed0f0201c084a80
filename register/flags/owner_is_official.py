"""An owner, controller or senior manager of a bidder is on the officials' list.

Rule: a person who is an owner of a bidder, has it in their power, or is its senior manager or director, is also on the
    list of officials who have a part in this process on the day: procuring entity, evaluation, inspection or project
    management committee; or was named to a committee of this tender. The same identity number is strongest; the same name with the same month of birth comes next;
    a like name alone is a question.
Why: nobody may decide about a contract of their own company.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya), sections 59 and 66; Conflict of Interest Act 2025.
Example: Stephen holds 30 % of Thange Ventures and sits on the evaluation committee for the tender it bids for.
Left out: officials who had left by the day or serve another process only; like names with different identity numbers
    or months of birth; family of officials.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from register.flags.flag import (
    Finding,
    Flag,
    Proof,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    pointers_to,
    proofs_of,
    undeclared,
)
from register.graph.behind import Behind, people_behind
from register.graph.explaining import stands_behind, told
from register.graph.lists import Official
from register.graph.matching import Sameness, same
from register.graph.picture import Party, Picture
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

IS_OWNER = N_("%(person)s is an owner of %(bidder)s and is on the officials' list: %(role)s, %(body)s.")
MAY_BE_OWNER = N_(
    "%(person)s may be an owner of %(bidder)s and is on the officials' list: %(role)s, %(body)s."
)
IS_MANAGER = N_("%(person)s manages %(bidder)s and is on the officials' list: %(role)s, %(body)s.")
LIKE_NAME = N_(
    "%(person)s, of %(bidder)s, has a name like %(official)s on the officials' list: %(role)s, %(body)s."
)
#: The same of somebody named to a committee of the tender, who is on no list.
SITS: Mapping[str, str] = {
    IS_OWNER: N_(
        "%(person)s is an owner of %(bidder)s and sits on a committee of this tender: %(role)s, %(body)s."
    ),
    MAY_BE_OWNER: N_(
        "%(person)s may be an owner of %(bidder)s and sits on a committee of this tender: %(role)s, %(body)s."
    ),
    IS_MANAGER: N_(
        "%(person)s manages %(bidder)s and sits on a committee of this tender: %(role)s, %(body)s."
    ),
    LIKE_NAME: N_(
        "%(person)s, of %(bidder)s, has a name like %(official)s on a committee of this tender: %(role)s, %(body)s."
    ),
}
SAME_IDENTITY = N_("The identity number is the same on both records.")
TYPED_IDENTITY = N_(
    "The identity number is the same on both records; it was typed, and nobody has confirmed it yet."
)
SAME_MONTH = N_(
    "The name and the month of birth are the same; the identity number is not known on both records."
)
ONLY_NAME = N_("Only the names are alike. Is it the same person?")
ON_THE_LIST = N_("%(official)s: %(role)s, %(body)s. Officials' list of %(listed_on)s, %(source)s.")
NAMED = N_("%(official)s: %(role)s, %(body)s. Named to this tender, appointed %(listed_on)s.")
NO_LIST = N_("There is no officials' list for this process.")


@dataclass(frozen=True, slots=True)
class _Match:
    """How sure it is that a person behind a bidder is an official."""

    severity: Severity
    strength: Strength
    certainty: str


_MATCHES = {
    Sameness.IDENTITY: _Match(Severity.ANSWER_FIRST, Strength.CERTAIN, SAME_IDENTITY),
    Sameness.TYPED_IDENTITY: _Match(Severity.ANSWER_FIRST, Strength.LIKELY, TYPED_IDENTITY),
    Sameness.NAME_AND_MONTH: _Match(Severity.STRONG, Strength.LIKELY, SAME_MONTH),
    Sameness.NAME: _Match(Severity.ASK, Strength.POSSIBLE, ONLY_NAME),
}


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture."""
    if picture.process is None:
        return
    if all(each.named for each in picture.officials):
        yield Unclear(FLAG.code, "", NO_LIST)
    if not picture.officials:
        return
    yield from undeclared(FLAG.code, picture)
    serving = [each for each in picture.officials if each.serves(picture.process.ocid, picture.as_of)]
    for bidder in picture.subjects:
        for behind in people_behind(picture, bidder, law.owner_threshold, law.control_majority):
            for official in serving:
                if match := _match(behind.party, official):
                    yield _finding(picture, bidder, behind, official, match)


def _match(person: Party, official: Official) -> _Match | None:
    found = same(person, official)
    return None if found is None else _MATCHES[found]


def _finding(picture: Picture, bidder: str, behind: Behind, official: Official, match: _Match) -> Finding:
    facts = {
        "person": behind.party.name,
        "bidder": picture.name(bidder),
        "official": official.name,
        "role": official.role,
        "body": official.body,
    }
    ocid = picture.process.ocid if picture.process else ""
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (behind.party.key, bidder, f"official:{official.id}")),
        sentence=SITS[_sentence(behind, match)] if official.named else _sentence(behind, match),
        facts=facts,
        bidders=(bidder,),
        about=(behind.party.key,),
        severity=_softened(match.severity, behind),
        strength=match.strength if behind.sure else Strength.POSSIBLE,
        certainty=match.certainty,
        proofs=(*_proofs(picture, bidder, behind), _listed(official, facts)),
        details=stands_behind(picture, behind.owner, bidder) if behind.owner else (),
        officials=(official.id,),
    )


def _softened(severity: Severity, behind: Behind) -> Severity:
    return severity if behind.sure else max(severity, Severity.ASK)


def _sentence(behind: Behind, match: _Match) -> str:
    if match.certainty == ONLY_NAME:
        return LIKE_NAME
    if behind.owner is None:
        return IS_MANAGER
    return IS_OWNER if behind.owner.does else MAY_BE_OWNER


def _proofs(picture: Picture, bidder: str, behind: Behind) -> Iterator[Proof]:
    if behind.owner:
        yield from proofs_of(picture, behind.owner, bidder)
    for stake in behind.manages:
        if behind.owner is None:
            yield Proof(told(picture, stake)[0], (stake,), pointers_to(picture, bidder))


def _listed(official: Official, facts: dict[str, str]) -> Proof:
    known = {**facts, "listed_on": official.list_date.isoformat(), "source": official.source}
    return Proof(Sentence(NAMED if official.named else ON_THE_LIST, known))


FLAG = Flag(
    code="owner-is-official",
    version=1,
    title=N_("An owner is on the officials' list"),
    sentence=N_("Somebody behind a bidder is on the officials' list."),
    severity=Severity.ANSWER_FIRST,
    find=find,
)
