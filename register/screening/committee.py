"""Who decides about a tender, and whether they may: what members of its committees declared about conflicts."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

import orjson

from register.graph.process import Process


class Committee(StrEnum):
    """Which committee of a tender somebody sits on."""

    OPENING = "opening"
    EVALUATION = "evaluation"


class Seat(StrEnum):
    """As what somebody sits there."""

    CHAIR = "chair"
    MEMBER = "member"
    SECRETARY = "secretary"


class Step(StrEnum):
    """When a member declares: before the bidders are shown, and again knowing them and their owners."""

    BEFORE = "before"
    SEEN = "seen"


class ConflictKind(StrEnum):
    """Of what kind a conflict is; as private as the words about it."""

    FAMILY = "family"
    INTEREST = "interest"
    EMPLOYMENT = "employment"
    FRIENDSHIP = "friendship"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class Conflict:
    """Of what kind a conflict is and what the member said of it; or, without a kind, why there is none any more."""

    kind: ConflictKind | None
    words: str


@dataclass(frozen=True, slots=True)
class ConflictDeclared:
    """What one member declared, without the words about a conflict.

    `signed` are the very words signed, `bidders` the digest of who bid then; `on` is the day that stands on it, `by`
    the account that entered it at the moment `at`.
    """

    id: int
    step: Step
    conflict: bool
    signed: str = field(repr=False)
    language: str
    bidders: str
    on: date
    on_paper: bool
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """One seat of one tender. `account_id` None: somebody without an account; `declared` is oldest first.

    From `until` on (as it was said at first, or ended earlier) the seat is over.
    """

    id: int
    ocid: str
    committee: Committee
    seat: Seat
    name: str = field(repr=False)
    account_id: int | None
    appointed_on: date
    until: date | None
    named_by: int
    named_at: datetime
    document_hash: str | None = field(default=None, repr=False)
    declared: tuple[ConflictDeclared, ...] = ()

    @property
    def recused(self) -> bool:
        """Whether they have a conflict, as they declared last."""
        return bool(self.declared) and self.declared[-1].conflict

    @property
    def had_conflict(self) -> bool:
        """Whether they took back a conflict that they had declared."""
        return not self.recused and any(each.conflict for each in self.declared)

    def over(self, on: date) -> bool:
        """Whether the appointment has ended by a day."""
        return self.until is not None and self.until <= on

    def last(self, step: Step) -> ConflictDeclared | None:
        """What was declared last at one step."""
        return next((each for each in reversed(self.declared) if each.step is step), None)


class Stand(StrEnum):
    """How it stands with one member."""

    WAITING = "waiting"
    RECUSED = "recused"
    #: Declared before the bidders were shown, and not yet since they are known.
    TO_CONFIRM = "to-confirm"
    CLEAR = "clear"


def stand(member: Member, bidders: str) -> Stand:
    """How it stands with a member; `bidders` is the digest of who bids, empty while nobody is known to."""
    if not member.declared:
        return Stand.WAITING
    if member.recused:
        return Stand.RECUSED
    seen = member.last(Step.SEEN)
    if bidders and (seen is None or seen.bidders != bidders):
        return Stand.TO_CONFIRM
    return Stand.CLEAR


def withheld(members: Iterable[Member], today: date) -> Stand | None:
    """Why a tender is kept from somebody who sits in these seats of it; None when it is not.

    Whoever declared a conflict is kept out when the appointment has ended, too.
    """
    seats = tuple(members)
    if any(each.recused for each in seats):
        return Stand.RECUSED
    if any(not each.declared and not each.over(today) for each in seats):
        return Stand.WAITING
    return None


def kept_away(seats: Iterable[Member], today: date) -> frozenset[str]:
    """The tenders, by ocid, of which somebody may know nothing yet, or no longer; `seats` are all that they sit in."""
    by_tender: dict[str, list[Member]] = {}
    for each in seats:
        by_tender.setdefault(each.ocid, []).append(each)
    return frozenset(ocid for ocid, theirs in by_tender.items() if withheld(theirs, today) is not None)


def who_bids(process: Process) -> str:
    """The digest of who bids: the same bidders give the same, nobody gives an empty one."""
    told = sorted([each.name, each.scheme, each.id] for each in process.bids)
    return hashlib.sha256(orjson.dumps(told)).hexdigest()[:32] if told else ""


def next_step(members: Iterable[Member], bidders: str) -> Step:
    """Which declaration somebody makes next; the second comes once they were let see the bidders."""
    let_in = any(not each.conflict for member in members for each in member.declared)
    return Step.SEEN if bidders and let_in else Step.BEFORE
