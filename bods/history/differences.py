"""What is different between two snapshots: records that came, left or changed, and whether the world did or only what we know."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bods.history.changes import FieldChange, field_changes, is_correction
from bods.history.snapshot import Snapshot
from bods.statements import Statement

#: For each interest of a relationship, in its order, whether it was held.
Held: TypeAlias = tuple[bool | None, ...]


class Way(StrEnum):
    """How a record differs between two snapshots."""

    CAME = "came"
    LEFT = "left"
    CHANGED = "changed"
    CONFIRMED = "confirmed"


class Cause(StrEnum):
    """Why it differs: the two snapshots are of two days, or of one day and known at two moments."""

    WORLD = "world"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that is not the same in two snapshots.

    `before` and `after` are the statements that counted, None where the record was unknown then; of a record that left,
    `after` is the closing statement where there is one, and so `before` of one that was open again. CONFIRMED: stated
    again without a change. `fields` are the fields that changed. `cause` is WORLD when a statement that counts in one
    snapshot speaks of a day after the other snapshot's, KNOWLEDGE when it spoke for that day and was not known there (or
    was replaced since): so two snapshots of one day differ by knowledge alone, two known at one moment by the world
    alone. `correction`: the two statements speak of one moment, or the later marks all that changed as corrected.
    `held_before` and `held_after` tell of each interest of a relationship whether it was held: they may differ though
    nothing was stated anew, since days pass.
    """

    record_id: str
    way: Way
    cause: Cause
    before: Statement | None
    after: Statement | None
    fields: tuple[FieldChange, ...] = ()
    correction: bool = False
    held_before: Held = ()
    held_after: Held = ()


def differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Give every record that differs between two snapshots of the same statements, open ones of the first in front."""
    return tuple(_differences(before, after))


def _differences(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    for record_id, old in before.open.items():
        new = after.open.get(record_id)
        if new is None:
            yield _left(record_id, before, after)
        elif (changed := _changed(record_id, before, after, old, new)) is not None:
            yield changed
    for record_id, new in after.open.items():
        if record_id not in before.open:
            closed = before.closed.get(record_id)
            cause = _cause(before, after, closed, new)
            held = _held(after, record_id)
            yield Difference(record_id, Way.CAME, cause, closed, new, held_after=held)


def _left(record_id: str, before: Snapshot, after: Snapshot) -> Difference:
    old, closing = before.open[record_id], after.closed.get(record_id)
    cause = _cause(before, after, old, closing)
    return Difference(record_id, Way.LEFT, cause, old, closing, held_before=_held(before, record_id))


def _changed(
    record_id: str, before: Snapshot, after: Snapshot, old: Statement, new: Statement
) -> Difference | None:
    held_before, held_after = _held(before, record_id), _held(after, record_id)
    if held_before == held_after and (old is new or old == new):
        return None
    fields = field_changes(old, new)
    way = Way.CHANGED if fields or held_before != held_after else Way.CONFIRMED
    if old == new:
        cause = Cause.KNOWLEDGE if before.on == after.on else Cause.WORLD
        return Difference(record_id, way, cause, old, new, (), False, held_before, held_after)
    cause = _cause(before, after, old, new)
    correction = is_correction(old, new, fields)
    return Difference(record_id, way, cause, old, new, fields, correction, held_before, held_after)


def _cause(before: Snapshot, after: Snapshot, old: Statement | None, new: Statement | None) -> Cause:
    moved = (new is not None and new.day > before.on) or (old is not None and old.day > after.on)
    return Cause.WORLD if moved else Cause.KNOWLEDGE


def _held(snapshot: Snapshot, record_id: str) -> Held:
    return tuple(holding.holds for holding in snapshot.holdings(record_id))
