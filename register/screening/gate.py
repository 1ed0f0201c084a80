"""What must be so before a contract is awarded, what is still open of it, and whether a reason was given for that."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import orjson

from register.flags.flag import Finding, Unclear
from register.graph.picture import Picture
from register.screening.committee import Member, Stand, stand, who_bids
from register.screening.decisions import Standing, State
from register.screening.weighing import is_context

LENGTH = 32
#: Stands for a committee to which nobody was named.
NOBODY = "nobody"


class GateItem(StrEnum):
    """One line of the list before the award."""

    LISTED = "listed"
    ON_FILE = "on-file"
    DECLARED = "declared"
    JUDGED = "judged"
    ANSWERED = "answered"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class GateNote:
    """Why something open does not stop the award, `by` account id, `at` an instant in UTC; never changed afterwards.

    `facts` is the digest of what was open then: the reason counts no longer once something else is open.
    """

    item: GateItem
    facts: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GateCheck:
    """How one line stands: `open` tells what is left, empty when it is done; `note` is a reason that still counts."""

    item: GateItem
    open: tuple[str, ...]
    note: GateNote | None = None
    #: What is open is a question that stops nothing.
    asks: bool = False

    @property
    def done(self) -> bool:
        return not self.open

    @property
    def passed(self) -> bool:
        """Whether it stops nothing: it is done, a mere question, or an officer said why it need not be."""
        return self.done or self.asks or self.note is not None

    @property
    def facts(self) -> str:
        """The digest of what is open."""
        return hashlib.sha256(orjson.dumps(sorted(self.open))).hexdigest()[:LENGTH]


@dataclass(frozen=True, slots=True)
class AtGate:
    """What is looked at before an award; `unmatched` are names of bidders that belong to no company of the register."""

    picture: Picture
    listed: bool
    asked: bool
    findings: Sequence[Finding]
    unclear: Sequence[Unclear]
    standings: Mapping[str, Standing]
    unmatched: Sequence[str]
    #: Who sits on the tender's committees now.
    committee: Sequence[Member] = ()
    #: Whether somebody must be named to a committee before an award.
    committee_needed: bool = False


def gate(seen: AtGate, notes: Iterable[GateNote] = ()) -> tuple[GateCheck, ...]:
    """Give every line of the list, in its order, each with the last reason that speaks of what is open now."""
    given = tuple(notes)
    checks = (GateCheck(item, tuple(_open(seen, item))) for item in GateItem)
    return tuple(
        replace(each, note=_note(each, given), asks=each.open == (NOBODY,) and not seen.committee_needed)
        for each in checks
    )


def _note(check: GateCheck, notes: Sequence[GateNote]) -> GateNote | None:
    if check.done:
        return None
    told = [each for each in notes if each.item is check.item and each.facts == check.facts]
    return told[-1] if told else None


def _open(seen: AtGate, item: GateItem) -> Iterable[str]:
    picture = seen.picture
    match item:
        case GateItem.LISTED:
            return () if seen.listed else ("list",)
        case GateItem.ON_FILE:
            return seen.unmatched
        case GateItem.DECLARED:
            return [each for each in picture.bidders if each not in picture.declared]
        case GateItem.JUDGED:
            return {each.code for each in seen.unclear} if seen.asked else ("asked",)
        case GateItem.ANSWERED:
            return _to_answer(seen) if seen.asked else ("asked",)
        case GateItem.COMMITTEE:
            return _of_committee(seen) if seen.committee else (NOBODY,)


def _of_committee(seen: AtGate) -> Iterable[str]:
    """Members who may not decide yet, as `stand:number of the seat`."""
    bidders = who_bids(seen.picture.process) if seen.picture.process else ""
    for each in seen.committee:
        stands = stand(each, bidders)
        if stands is not Stand.CLEAR:
            yield f"{stands.value}:{each.id}"


def _to_answer(seen: AtGate) -> Iterable[str]:
    for each in seen.findings:
        stands = seen.standings.get(each.fingerprint, Standing(State.OPEN))
        if not stands.answered and not is_context(each):
            yield each.fingerprint
