"""When a statement speaks of and when it became known: texts as days and instants, and statements in that order."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias

from bods.statements import Statement, moment

#: As known when: at a moment (without a zone: UTC), on a day (to its end, UTC), or None for all that is known.
Known: TypeAlias = datetime | date | None

_ALMOST_A_DAY = timedelta(days=1) - timedelta(microseconds=1)


@lru_cache(maxsize=16_384)
def instant_and_day(text: str) -> tuple[datetime, date]:
    """Read an ISO date or date-time as an instant in UTC and as the day that is written, whatever the hour and zone.

    Raises ValueError. The statements of a network share few dates, so what was read is kept.
    """
    return moment(text), date.fromisoformat(text[:10])


def moments_of(statement: Statement) -> tuple[datetime, datetime]:
    """Give the moment a statement speaks of and the moment it was published (else the first), both in UTC."""
    spoken, _ = instant_and_day(statement.statement_date)
    publication = statement.publication
    return spoken, spoken if publication is None else instant_and_day(publication.publication_date)[0]


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Sort statements as they follow each other: by statement date, then publication, then the place given."""
    return sorted(statements, key=moments_of)


def limit_of(known: Known) -> datetime | None:
    """Give the last instant that is still known, in UTC; None when there is none."""
    if known is None:
        return None
    if isinstance(known, datetime):
        return known.replace(tzinfo=UTC) if known.tzinfo is None else known.astimezone(UTC)
    return datetime.combine(known, time.min, UTC) + _ALMOST_A_DAY
