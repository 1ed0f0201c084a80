"""What matters of a statement when it is asked which one counts: its keys and its two times."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from bods.codelists import RecordStatus
from bods.history.instants import instant_and_day
from bods.statements import Statement

#: What carries the claim: a statement, or the parsed JSON of one that is not read yet.
Carrier = TypeVar("Carrier")


class Claim(NamedTuple, Generic[Carrier]):
    """One statement as it is picked: the moment spoken of and the moment of publication, both in UTC.

    `day` is the day spoken of as it is written, `closes` whether the record ends with it.
    """

    statement_id: str
    record_id: str
    spoken: datetime
    published: datetime
    day: date
    closes: bool
    carrier: Carrier


def claim_of(statement: Statement) -> Claim[Statement]:
    """Give the claim that a statement makes."""
    spoken, day = instant_and_day(statement.statement_date)
    publication = statement.publication
    return Claim(
        statement.statement_id,
        statement.record_id,
        spoken,
        spoken if publication is None else instant_and_day(publication.publication_date)[0],
        day,
        statement.record_status is RecordStatus.CLOSED,
        statement,
    )


def counting(claims: Iterable[Claim[Carrier]], limit: datetime | None) -> Sequence[Claim[Carrier]]:
    """Give the claims that count for what is known at an instant: published by then, and not replaced by then.

    A statement published again under its identifier (a redaction) takes the place of the earlier one, whatever record
    and day that spoke of: the later publication counts, of one moment the later place.
    """
    known = [claim for claim in claims if limit is None or claim.published <= limit]
    if len({claim.statement_id for claim in known}) == len(known):
        return known
    last: dict[str, Claim[Carrier]] = {}
    for claim in known:
        earlier = last.get(claim.statement_id)
        if earlier is None or earlier.published <= claim.published:
            last[claim.statement_id] = claim
    return [claim for claim in known if last[claim.statement_id] is claim]
