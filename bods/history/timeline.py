"""The life of one record: each statement in its order, what it changed, and for which days and knowledge it stood."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bods.history.changes import FieldChange, field_changes, is_correction
from bods.history.claims import claim_of
from bods.history.spans import Span, spans_of
from bods.history.thread import Said, Thread, threads_of
from bods.statements import Statement


class StepKind(StrEnum):
    """What a statement does to its record, found from what it says; its `record_status` may claim otherwise."""

    NEW = "new"
    UPDATED = "updated"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REDACTED = "redacted"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Step:
    """One statement in the life of a record.

    `spoken` is the day it speaks of, `published` the instant it became known, in UTC. `fields` is what it changed
    against `follows`: the statement before it, the earlier text of the same statement when it was REDACTED, None for the
    first. `spans` is where it was the last word; none when it never was.
    """

    statement: Statement
    kind: StepKind
    spoken: date
    published: datetime
    follows: Statement | None
    fields: tuple[FieldChange, ...]
    spans: tuple[Span, ...]


def timeline(statements: Iterable[Statement], record_id: str) -> tuple[Step, ...]:
    """Give the life of a record, in the order of the moments spoken of, then of publication.

    A text that was published again under its identifier at the same moment is left out: it never stood. Statements about
    other records are looked at only for what they replace. Empty for a record never spoken of.
    """
    thread = threads_of([claim_of(statement) for statement in statements]).get(record_id)
    return () if thread is None else steps_of(thread)


def steps_of(thread: Thread) -> tuple[Step, ...]:
    """Give the steps of a thread, in its order."""
    replaced = {
        (claim.statement_id, until): claim
        for claim, until in zip(thread.claims, thread.until, strict=True)
        if until is not None
    }
    spans = map(tuple, spans_of(thread))
    standing: Said | None = None
    steps = []
    for claim, until, stood in zip(thread.claims, thread.until, spans, strict=True):
        steps.append(_step(claim, replaced.get((claim.statement_id, claim.published)), standing, stood))
        # What was replaced since is followed by nothing.
        standing = claim if until is None else standing
    return tuple(steps)


def _step(claim: Said, earlier: Said | None, before: Said | None, spans: tuple[Span, ...]) -> Step:
    said, previous = claim.carrier, earlier or before
    fields = () if previous is None else field_changes(previous.carrier, said)
    kind = StepKind.REDACTED if earlier else _kind(previous, claim, fields)
    follows = previous.carrier if previous else None
    return Step(said, kind, claim.day, claim.published, follows, fields, spans)


def _kind(previous: Said | None, claim: Said, fields: tuple[FieldChange, ...]) -> StepKind:
    if previous is None:
        return StepKind.CLOSED if claim.closes else StepKind.NEW
    if claim.closes and not previous.closes:
        return StepKind.CLOSED
    corrects = is_correction(previous.carrier, claim.carrier, fields)
    if previous.closes and not claim.closes:
        return StepKind.CORRECTED if corrects else StepKind.REOPENED
    if not fields:
        return StepKind.CONFIRMED
    return StepKind.CORRECTED if corrects else StepKind.UPDATED
