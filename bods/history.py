"""The records as they stood on a day, from all the statements ever made, as they were known at a moment."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from bods.codelists import RecordStatus
from bods.statements import Statement, moment

_ALMOST_A_DAY = timedelta(days=1) - timedelta(microseconds=1)


def records_at(
    statements: Iterable[Statement], on: date, known: datetime | date | None = None
) -> dict[str, Statement]:
    """Give, by record id, the last statement of each record that was open on a day.

    `on` asks about the day spoken of (`statementDate`); `known` asks what had been published by then: a day counts to
    its end, a moment without a zone is UTC. A statement that does not say when it was published counts as known from
    the day it speaks of. Among the statements of one record the later statement date wins, then the later publication
    (a correction), then the later place in `statements`. Closed records are left out. Interests that have ended are
    not: ask `Interest.holds_on`.

    The answer keeps the order in which the records first appear.
    """
    limit = None if known is None else _end_of(known)
    last: dict[str, tuple[tuple[datetime, datetime], Statement]] = {}
    for statement in statements:
        if statement.day > on:
            continue
        spoken, published = moments_of(statement)
        if limit is not None and published > limit:
            continue
        earlier = last.get(statement.record_id)
        if earlier is None or earlier[0] <= (spoken, published):
            last[statement.record_id] = (spoken, published), statement
    return {
        record_id: statement
        for record_id, (_, statement) in last.items()
        if statement.record_status is not RecordStatus.CLOSED
    }


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Sort statements as they follow each other: by statement date, then publication, then the place given."""
    return sorted(statements, key=moments_of)


def moments_of(statement: Statement) -> tuple[datetime, datetime]:
    """Give the moment a statement speaks of and the moment it was published (else the first), both in UTC."""
    spoken = moment(statement.statement_date)
    publication = statement.publication
    return spoken, spoken if publication is None else moment(publication.publication_date)


def _end_of(known: datetime | date) -> datetime:
    if isinstance(known, datetime):
        return known.replace(tzinfo=UTC) if known.tzinfo is None else known.astimezone(UTC)
    return datetime.combine(known, time.min, UTC) + _ALMOST_A_DAY
