"""What one statement about a record says otherwise than another: field by field, by JSON Pointer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from bods.codelists import AnnotationMotivation
from bods.exceptions import escaped
from bods.history.instants import moments_of
from bods.statements import Statement
from bods.writing import as_json


class Absent(Enum):
    """What stands for the value of a field that is not there (null is a value)."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record with its two values, as in JSON; ABSENT where there is none.

    `pointer` is a JSON Pointer into the statement, such as /recordDetails/interests/0/share/exact. Changes follow each
    other so that, carried out one by one, they lead from one record to the other: members of a list are taken away
    from its end, and added at its end or before the members that stay.
    """

    pointer: str
    before: Any
    after: Any


def field_changes(before: Statement, after: Statement) -> tuple[FieldChange, ...]:
    """Give what changed between two statements about one record: its type and its details, nothing else of them."""
    if before.record == after.record:
        return ()
    one, other = as_json(before), as_json(after)
    changes = list(_changes("/recordDetails", one["recordDetails"], other["recordDetails"]))
    if before.record_type is not after.record_type:
        changes.insert(0, FieldChange("/recordType", one["recordType"], other["recordType"]))
    return tuple(changes)


def is_correction(before: Statement, after: Statement, changes: Sequence[FieldChange]) -> bool:
    """Say whether a statement corrects another rather than telling of something new.

    It does when both speak of the same moment, and when a new annotation with the motivation `correcting` covers every
    field that changed. Source: BODS 0.4, information updates, correcting errors.
    """
    if moments_of(before)[0] == moments_of(after)[0]:
        return True
    corrected = [
        note.statement_pointer_target
        for note in after.annotations
        if note.motivation is AnnotationMotivation.CORRECTING and note not in before.annotations
    ]
    return bool(changes) and all(
        any(f"{change.pointer}/".startswith(f"{place}/") for place in corrected) for change in changes
    )


def _changes(place: str, before: object, after: object) -> Iterator[FieldChange]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from _changes(f"{place}/{escaped(name)}", before.get(name, ABSENT), after.get(name, ABSENT))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _in_lists(place, before, after)
    else:
        yield FieldChange(place, before, after)


def _in_lists(place: str, before: list[Any], after: list[Any]) -> Iterator[FieldChange]:
    # What is alike at both ends stays, so that a member added in front does not look like a change of all.
    shorter = min(len(before), len(after))
    start = _alike(before, after)
    tail = min(_alike(before[::-1], after[::-1]), shorter - start)
    gone, come = before[start : len(before) - tail], after[start : len(after) - tail]
    both = min(len(gone), len(come))
    for number in range(both):
        yield from _changes(f"{place}/{start + number}", gone[number], come[number])
    for number in reversed(range(both, len(gone))):
        yield FieldChange(f"{place}/{start + number}", gone[number], ABSENT)
    for number in range(both, len(come)):
        yield FieldChange(f"{place}/{start + number}", ABSENT, come[number])


def _alike(one: Sequence[Any], other: Sequence[Any]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
