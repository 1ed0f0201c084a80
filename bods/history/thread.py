"""All that was ever said about one record, so ordered that a question about a day and a moment is answered at once."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate, pairwise

from bods.history.claims import Claim
from bods.history.picking import ended_by
from bods.history.snapshot import Ended
from bods.records import Relationship
from bods.statements import Statement

Said = Claim[Statement]


class Thread:
    """The claims about one record, in order: by the moment spoken of, then publication, then place.

    `until` gives the instant at which a claim was replaced by another statement of the same identifier, None when it
    never was.
    """

    __slots__ = ("_days", "_ends", "claims", "until")

    def __init__(self, claims: Sequence[Said], until: Sequence[datetime | None]) -> None:
        order = sorted(range(len(claims)), key=lambda place: (claims[place].spoken, claims[place].published))
        self.claims = tuple(claims[place] for place in order)
        self.until = tuple(until[place] for place in order)
        # The earliest day from each claim on: it grows, so that the last claim of a day can be looked up. Claims follow
        # each other by instant, and written in other zones the days of two that follow each other may not.
        earliest = accumulate((claim.day for claim in reversed(self.claims)), min)
        self._days = list(earliest)[::-1]
        self._ends = any(_has_end(claim.carrier) for claim in self.claims)

    def last(self, on: date, limit: datetime | None) -> Said | None:
        """Give the claim that counts on a day, as known at an instant."""
        for place in range(bisect_right(self._days, on) - 1, -1, -1):
            claim = self.claims[place]
            if claim.day <= on and self._known(place, limit):
                return claim
        return None

    def first_after(self, on: date, limit: datetime | None) -> Said | None:
        """Give the last word on the first moment after a day that anything known speaks of."""
        found: Said | None = None
        for place, claim in enumerate(self.claims):
            if found is not None and claim.spoken != found.spoken:
                break
            if claim.day > on and self._known(place, limit):
                found = claim
        return found

    def ended(self, on: date, limit: datetime | None) -> Ended:
        """Give the types of interest that what speaks of later days says had ended by this one."""
        if not self._ends:
            return frozenset()
        last_words: dict[datetime, Statement] = {}
        for place, claim in enumerate(self.claims):
            if claim.day > on and self._known(place, limit):
                last_words[claim.spoken] = claim.carrier
        return frozenset().union(*(ended_by(statement, on) for statement in last_words.values()))

    def _known(self, place: int, limit: datetime | None) -> bool:
        until = self.until[place]
        if limit is None:
            return until is None
        return self.claims[place].published <= limit and (until is None or limit < until)


def threads_of(claims: Sequence[Said]) -> dict[str, Thread]:
    """Give the thread of each record, in the order in which the records first appear."""
    until = _replaced(claims)
    places: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        # A statement that was replaced at the moment of its own publication never stood.
        if until.get(place) != claim.published:
            places.setdefault(claim.record_id, []).append(place)
    return {
        record_id: Thread([claims[place] for place in held], [until.get(place) for place in held])
        for record_id, held in places.items()
    }


def _replaced(claims: Sequence[Said]) -> dict[int, datetime]:
    """Give, by place, when a claim was replaced by a later version of the same statement."""
    versions: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        versions.setdefault(claim.statement_id, []).append(place)
    until: dict[int, datetime] = {}
    for places in versions.values():
        places.sort(key=lambda place: claims[place].published)
        for earlier, later in pairwise(places):
            until[earlier] = claims[later].published
    return until


def _has_end(statement: Statement) -> bool:
    record = statement.record
    return isinstance(record, Relationship) and any(interest.end_date for interest in record.interests)
