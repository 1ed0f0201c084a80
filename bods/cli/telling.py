"""History in words, and as JSON objects: what holds on a day, what changed, the life of a record."""

from collections.abc import Iterable, Iterator
from typing import Any

from bods.history import ABSENT, Difference, FieldChange, Holding, Snapshot, Step
from bods.parts import Unspecified
from bods.records import Entity, Person, Record, Relationship
from bods.shares import Share
from bods.statements import Statement
from bods.writing import as_json

_HOLDS = {
    True: "",
    False: " (did not hold on this day)",
    None: " (could not tell whether it held on this day)",
}


def snapshot_lines(seen: Snapshot) -> Iterator[str]:
    """Say, for each entity that anybody holds something in, who does and what."""
    known = "all that is known" if seen.known is None else f"what was known at {seen.known.isoformat()}"
    yield f"On {seen.on.isoformat()}, by {known}: {len(seen.open):,} records open, {len(seen.closed):,} closed"
    by_subject: dict[str, list[str]] = {}
    for record_id, relationship in seen.relationships():
        subject = _party(relationship.subject, seen)
        by_subject.setdefault(subject, []).append(record_id)
    for subject, record_ids in by_subject.items():
        yield subject
        for record_id in record_ids:
            yield from _relationship_lines(record_id, seen)
    for record_id in seen.later:
        yield f"  spoken of only later: {record_id}"
    for missing, naming in seen.missing().items():
        yield f"  {missing} is named by {', '.join(naming)} and is not among the open records"


def _relationship_lines(record_id: str, seen: Snapshot) -> Iterator[str]:
    relationship = seen.open[record_id].record
    if not isinstance(relationship, Relationship):
        return
    component = " (component)" if relationship.is_component else ""
    yield f"  {_party(relationship.interested_party, seen)}{component}"
    for holding in seen.holdings(record_id):
        yield f"    {_interest(holding)}"


def _party(party: str | Unspecified, seen: Snapshot) -> str:
    if isinstance(party, Unspecified):
        return f"nobody named: {party.reason}"
    statement = seen.open.get(party) or seen.closed.get(party) or seen.later.get(party)
    name = None if statement is None else _name(statement.record)
    return party if name is None else f"{name} [{party}]"


def _name(record: Record) -> str | None:
    if isinstance(record, Entity):
        return record.name or f"({record.type})"
    if isinstance(record, Person):
        return record.names[0].full_name if record.names else f"({record.type})"
    return None


def _interest(holding: Holding) -> str:
    interest = holding.interest
    words = [str(interest.type or "interest of no said type")]
    if interest.share is not None:
        words.append(_share(interest.share))
    if interest.direct_or_indirect is not None:
        words.append(str(interest.direct_or_indirect))
    if interest.start_date is not None:
        words.append(f"since {interest.start_date.isoformat()}")
    if interest.end_date is not None:
        words.append(f"until {interest.end_date.isoformat()}")
    if interest.beneficial_ownership_or_control:
        words.append("beneficial owner")
    return ", ".join(words) + _HOLDS[holding.holds]


def _share(share: Share) -> str:
    if share.exact is not None:
        return f"{share.exact:f} %"
    low = (
        ""
        if share.minimum is None
        else f"{'more than' if share.minimum_excluded else 'from'} {share.minimum:f} %"
    )
    high = (
        ""
        if share.maximum is None
        else f"{'less than' if share.maximum_excluded else 'up to'} {share.maximum:f} %"
    )
    return " ".join(filter(None, (low, high))) or "a share not said"


def difference_lines(found: Iterable[Difference]) -> Iterator[str]:
    """Say what came, left and changed."""
    nothing = True
    for difference in found:
        nothing = False
        correction = ", a correction" if difference.correction else ""
        yield f"{difference.record_id} {difference.way} ({difference.cause}{correction})"
        yield from _change_lines(difference.fields)
        if difference.held_before != difference.held_after and not difference.fields:
            yield "    what it holds began or ended as the days passed"
    if nothing:
        yield "Nothing changed."


def difference_object(difference: Difference) -> dict[str, Any]:
    """Give a difference as a JSON object."""
    return {
        "recordId": difference.record_id,
        "way": difference.way,
        "cause": difference.cause,
        "correction": difference.correction,
        "before": _statement_object(difference.before),
        "after": _statement_object(difference.after),
        "fields": [_change_object(change) for change in difference.fields],
        "heldBefore": difference.held_before,
        "heldAfter": difference.held_after,
    }


def step_lines(steps: Iterable[Step]) -> Iterator[str]:
    """Say what each statement did to a record."""
    nothing = True
    for step in steps:
        nothing = False
        yield f"{step.spoken.isoformat()} {step.kind}, known from {step.published.isoformat()}: {step.statement.statement_id}"
        yield from _change_lines(step.fields)
    if nothing:
        yield "No statement is about this record."


def step_object(step: Step) -> dict[str, Any]:
    """Give a step as a JSON object; open ends of spans are null."""
    return {
        "statementId": step.statement.statement_id,
        "kind": step.kind,
        "spoken": step.spoken,
        "published": step.published,
        "fields": [_change_object(change) for change in step.fields],
        "spans": list(step.spans),
    }


def _change_lines(fields: Iterable[FieldChange]) -> Iterator[str]:
    for change in fields:
        yield f"    {change.pointer}: {_value(change.before)} -> {_value(change.after)}"


def _value(value: object) -> str:
    return "(not there)" if value is ABSENT else str(value)


def _change_object(change: FieldChange) -> dict[str, Any]:
    ends = {"before": change.before, "after": change.after}
    return {"pointer": change.pointer} | {name: value for name, value in ends.items() if value is not ABSENT}


def _statement_object(statement: Statement | None) -> dict[str, Any] | None:
    return None if statement is None else as_json(statement)
