"""An owner of a bidder came or went around the award.

Rule: somebody became an owner of a bidder, or ceased to be one, between the jurisdiction's number of days before the
    tender closed and the close; or of a winner between the close and the jurisdiction's number of days after the
    award, as far as that has passed. It is weightiest when the newcomer, or one of their family, is on the list of
    officials who have a part in the process, by identity number or by name and month of birth.
Why: a share that changes hands around an award may be what the award was paid with, and an owner who left just before
    the close may have left in name only.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); World Bank, warning signs of fraud and
    corruption in procurement; Conflict of Interest Act 2025 (Kenya).
Example: Stephen sits on the evaluation committee; a month after Thange Ventures got the borehole contract he has 30 %
    of it.
Left out: companies founded within the period, whose first owners are no newcomers; people who own more or less than
    before but were owners all the time; losing bidders after the close. Where it is not told since when somebody is
    an owner, it could not be judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from register.flags.flag import Finding, Flag, Severity, Strength, Unclear, fingerprint, proofs_of, undeclared
from register.graph.explaining import stands_behind
from register.graph.lists import Official
from register.graph.matching import Sameness, same
from register.graph.owners import Owner
from register.graph.picture import Party, Picture
from register.graph.process import Process
from register.graph.telling import Sentence
from register.graph.ultimate import ultimate_owners
from register.jurisdictions import Jurisdiction
from register.words import N_

CAME_BEFORE = N_(
    "%(person)s became an owner of %(bidder)s in the %(days)s days before the close of the tender on %(closes_on)s."
)
MAY_HAVE_COME_BEFORE = N_(
    "%(person)s may have become an owner of %(bidder)s in the %(days)s days before the close of the tender on "
    "%(closes_on)s."
)
WENT_BEFORE = N_(
    "%(person)s ceased to be an owner of %(bidder)s in the %(days)s days before the close of the tender on %(closes_on)s."
)
CAME_AFTER = N_("%(person)s became an owner of %(bidder)s after the tender closed on %(closes_on)s.")
MAY_HAVE_COME_AFTER = N_(
    "%(person)s may have become an owner of %(bidder)s after the tender closed on %(closes_on)s."
)
WENT_AFTER = N_("%(person)s ceased to be an owner of %(bidder)s after the tender closed on %(closes_on)s.")
IS_LISTED = N_("%(person)s is on the officials' list: %(role)s, %(body)s.")
SITS = N_("%(person)s sits on a committee of this tender: %(role)s, %(body)s.")
FAMILY_LISTED = N_("%(person)s is of the family of %(official)s, on the officials' list: %(role)s, %(body)s.")
NO_CLOSE = N_("The day on which the tender closes is not on file.")
NOT_DATED = N_("It is not told since when %(person)s has been an owner of %(bidder)s.")


@dataclass(frozen=True, slots=True)
class _Words:
    """How it is told that somebody came, perhaps came, or went."""

    came: str
    may_have_come: str
    went: str


BEFORE = _Words(CAME_BEFORE, MAY_HAVE_COME_BEFORE, WENT_BEFORE)
AFTER = _Words(CAME_AFTER, MAY_HAVE_COME_AFTER, WENT_AFTER)


@dataclass(frozen=True, slots=True)
class _Span:
    """Two pictures of one process, the earlier first, the bidders of whom they are compared, and the facts of the time."""

    earlier: Picture
    later: Picture
    bidders: tuple[str, ...]
    words: _Words
    facts: dict[str, str]


def find(picture: Picture, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of one process's picture and of its other moments."""
    if picture.process is None:
        return
    if picture.process.closes is None:
        yield Unclear(FLAG.code, "", NO_CLOSE)
        return
    if not picture.moments:
        return
    yield from undeclared(FLAG.code, picture)
    for span in _spans(picture, picture.process, law):
        for bidder in span.bidders:
            yield from _changes(picture, span, bidder, law)


def _spans(picture: Picture, process: Process, law: Jurisdiction) -> Iterator[_Span]:
    """Part the time into what is before the picture's day, for all bidders, and what is after, for the winners."""
    before = [each for each in picture.moments if each.as_of < picture.as_of]
    after = [each for each in picture.moments if each.as_of > picture.as_of]
    facts = {"closes_on": str(process.closes), "days": str(law.flag_rules.change_days_before)}
    bidders = tuple(each for each in picture.bidders if each in picture.declared)
    winners = tuple(each for each in process.winners if each in picture.declared)
    for earlier, later in pairwise((*before, picture)):
        yield _Span(earlier, later, bidders, BEFORE, facts)
    for earlier, later in pairwise((picture, *after)):
        yield _Span(earlier, later, winners, AFTER, facts)


def _changes(picture: Picture, span: _Span, bidder: str, law: Jurisdiction) -> Iterator[Finding | Unclear]:
    founded = picture.parties[bidder].founded
    if founded is not None and founded > span.earlier.as_of:
        return
    held, holds = _owners(span.earlier, bidder, law), _owners(span.later, bidder, law)
    for key, owner in holds.items():
        if key not in held:
            yield _came(picture, span, bidder, owner)
        elif owner.does and held[key].may and _undated(held[key]):
            facts = {"person": owner.party.name, "bidder": picture.name(bidder)}
            yield Unclear(FLAG.code, bidder, NOT_DATED, facts)
    for key, owner in held.items():
        if key not in holds and owner.does:
            yield _finding(span, bidder, owner, span.words.went, span.earlier)


def _owners(picture: Picture, bidder: str, law: Jurisdiction) -> dict[str, Owner]:
    owners = ultimate_owners(picture, bidder, law.owner_threshold, law.control_majority)
    return {each.party.key: each for each in owners}


def _undated(owner: Owner) -> bool:
    paths = (*owner.paths, *(path for _, path in owner.controls))
    return any(stake.held_then is None for path in paths for stake in path)


def _came(picture: Picture, span: _Span, bidder: str, owner: Owner) -> Finding:
    words = span.words.came if owner.does else span.words.may_have_come
    return _finding(span, bidder, owner, words, span.later, _on_the_list(picture, owner.party))


def _on_the_list(picture: Picture, person: Party) -> tuple[tuple[Official, Sentence], ...]:
    """Say of each official who has a part in the process whether the person is that official, or family."""
    ocid = picture.process.ocid if picture.process else ""
    found = []
    for official in picture.officials:
        if not official.serves(ocid, picture.as_of):
            continue
        facts = {
            "person": person.name,
            "official": official.name,
            "role": official.role,
            "body": official.body,
        }
        if _surely(same(person, official)):
            found.append((official, Sentence(SITS if official.named else IS_LISTED, facts)))
        elif any(_surely(same(person, each)) for each in official.family):
            found.append((official, Sentence(FAMILY_LISTED, facts)))
    return tuple(found)


def _surely(sameness: Sameness | None) -> bool:
    """A like name alone is another flag's question."""
    return sameness is not None and sameness > Sameness.NAME


def _finding(
    span: _Span,
    bidder: str,
    owner: Owner,
    words: str,
    shown: Picture,
    listed: tuple[tuple[Official, Sentence], ...] = (),
) -> Finding:
    ocid = shown.process.ocid if shown.process else ""
    way = "went" if words == span.words.went else "came"
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, ocid, (owner.party.key, bidder, way)),
        sentence=words,
        facts={"person": owner.party.name, "bidder": shown.name(bidder), **span.facts},
        bidders=(bidder,),
        about=(owner.party.key,),
        severity=Severity.ANSWER_FIRST if listed and owner.does else FLAG.severity,
        strength=Strength.CERTAIN if owner.does else Strength.POSSIBLE,
        proofs=tuple(proofs_of(shown, owner, bidder)),
        details=(*(each for _, each in listed), *stands_behind(shown, owner, bidder)),
        officials=tuple(official.id for official, _ in listed),
    )


FLAG = Flag(
    code="owner-changed-around-award",
    version=1,
    title=N_("An owner came or went around the award"),
    sentence=N_("A bidder changed owners shortly before the tender closed or after the award."),
    severity=Severity.ASK,
    find=find,
)
