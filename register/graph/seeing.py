"""Which statements speak for a day: those made by then, and those made later that reach back to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bods.codelists import RecordStatus
from bods.history import in_order, moments_of, records_at
from bods.records import Interest, Relationship
from bods.statements import Statement
from register.graph.retelling import reaching_back, retold


@dataclass(frozen=True, slots=True)
class Seen:
    """One record as it stood; `late` when what speaks for the day asked about was said after it.

    `stated_on` is the day by which it was first spoken of, where that is not the statement's own.
    """

    statement: Statement
    late: bool
    stated_on: date | None = None


def seen_on(statements: Iterable[Statement], as_of: date, known: datetime | None = None) -> dict[str, Seen]:
    """Give each record that speaks for `as_of`, by its id.

    A record first stated after that day speaks by its first statement: the one nearest to the day. One that was stated
    by then, and of which a change was told later that had happened by then, speaks by both. A record that was closed by
    then does not speak.
    """
    made = known_by(statements, known)
    standing = records_at(made, on=as_of)
    begun = {statement.record_id for statement in made if statement.day <= as_of}
    seen = {record_id: Seen(statement, late=False) for record_id, statement in standing.items()}
    for record_id, later in reaching_back(made, as_of).items():
        stood = standing.get(record_id)
        if stood is not None and (changed := retold(stood, later, as_of)) is not None:
            seen[record_id] = Seen(changed, late=True, stated_on=stood.day)
    for record_id, statement in _first_later(made, begun).items():
        seen[record_id] = Seen(statement, late=True)
    return seen


def known_by(statements: Iterable[Statement], known: datetime | None) -> list[Statement]:
    """Give the statements in their order, without those the register learnt of after `known`."""
    made = in_order(statements)
    return made if known is None else [each for each in made if moments_of(each)[1] <= known]


def _first_later(made: list[Statement], begun: set[str]) -> dict[str, Statement]:
    first: dict[str, Statement] = {}
    for statement in made:
        earlier = first.get(statement.record_id)
        # A correction has the date of what it corrects, and follows it.
        nearest = earlier is None or earlier.statement_date == statement.statement_date
        if statement.record_id not in begun and nearest:
            first[statement.record_id] = statement
    return {key: each for key, each in first.items() if each.record_status is not RecordStatus.CLOSED}


def ended_by(statements: Iterable[Statement], as_of: date) -> Mapping[str, frozenset[object]]:
    """Give, by relationship record, the types of interest which any statement says had ended by `as_of`."""
    ended: dict[str, set[object]] = {}
    for statement in statements:
        if isinstance(statement.record, Relationship) and statement.day > as_of:
            over = {each.type for each in statement.record.interests if _over(each, as_of)}
            running = {each.type for each in statement.record.interests if not _over(each, as_of)}
            ended.setdefault(statement.record_id, set()).update(over - running)
    return {record_id: frozenset(types) for record_id, types in ended.items()}


def _over(interest: Interest, as_of: date) -> bool:
    return interest.end_date is not None and interest.end_date <= as_of


def held_then(interest: Interest, stated_on: date, as_of: date) -> bool | None:
    """Say whether an interest was held on `as_of`; without a start date it counts from the day it was stated.

    None when it was stated later and does not say since when.
    """
    held = interest.holds_on(as_of)
    if held is None and stated_on <= as_of:
        return True
    return held
