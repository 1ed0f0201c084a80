"""Many questions about one set of statements: read once, then asked about any day and any moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bods.history.claims import claim_of
from bods.history.differences import Difference, differences
from bods.history.instants import Known, limit_of
from bods.history.snapshot import Ended, Snapshot
from bods.history.thread import Said, threads_of
from bods.history.timeline import Step, steps_of
from bods.records import Relationship
from bods.statements import Statement


@dataclass(frozen=True, slots=True)
class Turns:
    """When answers change, each list in order and without repetition.

    `spoken`: the days from which on a question about the day has another answer (statement dates, and the days on which
    interests start and end). `known`: the instants, in UTC, from which on more is known.
    """

    spoken: tuple[date, ...]
    known: tuple[datetime, ...]


class History:
    """All that statements ever said, by record, ready for questions on two times.

    The rules are those of `snapshot`; a question costs a look at each record, however many statements there are.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        claims = [claim_of(statement) for statement in statements]
        self._threads = threads_of(claims)

    def at(self, on: date, known: Known = None) -> Snapshot:
        """Show what the statements say of a day, as they were known at a moment. See `snapshot`."""
        limit = limit_of(known)
        opened: dict[str, Statement] = {}
        closed: dict[str, Statement] = {}
        later: dict[str, Statement] = {}
        ended: dict[str, Ended] = {}
        for record_id, thread in self._threads.items():
            claim = thread.last(on, limit)
            if claim is not None:
                (closed if claim.closes else opened)[record_id] = claim.carrier
            elif (claim := thread.first_after(on, limit)) is not None and not claim.closes:
                later[record_id] = claim.carrier
            if over := thread.ended(on, limit):
                ended[record_id] = over
        return Snapshot(on, known, opened, closed, later, ended)

    def between(
        self, before: date, after: date, *, known_before: Known = None, known_after: Known = None
    ) -> tuple[Difference, ...]:
        """Give what is different on the day `after` from the day `before`, each as it was known at its moment.

        With one day twice and two moments it is what was learnt about that day. See `differences`.
        """
        return differences(self.at(before, known_before), self.at(after, known_after))

    def timeline(self, record_id: str) -> tuple[Step, ...]:
        """Give the life of a record; empty when it was never spoken of. See `timeline`."""
        thread = self._threads.get(record_id)
        return () if thread is None else steps_of(thread)

    def records(self) -> tuple[str, ...]:
        """Give the ids of all records that were ever spoken of, in the order in which they first appear."""
        return tuple(self._threads)

    def days(self) -> Turns:
        """Give every day and every instant at which an answer changes."""
        claims = [claim for thread in self._threads.values() for claim in thread.claims]
        return Turns(
            tuple(sorted({day for claim in claims for day in _days_of(claim)})),
            tuple(sorted({claim.published for claim in claims})),
        )


def _days_of(claim: Said) -> Iterable[date]:
    yield claim.day
    record = claim.carrier.record
    if isinstance(record, Relationship):
        for interest in record.interests:
            yield from filter(None, (interest.start_date, interest.end_date))
