"""Over which days, and for which time of our knowledge, a statement was the last word about its record."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, datetime

from bods.history.thread import Thread


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle on two times: what was said holds for some days, as was known for some time.

    From `valid_from` to the day before `valid_to`, as known from `known_from` until just before `known_to` (instants in
    UTC). None is an end that is open.
    """

    valid_from: date
    valid_to: date | None
    known_from: datetime
    known_to: datetime | None

    def covers(self, on: date, known: datetime) -> bool:
        """Say whether this was the last word about a day as known at an instant (with a zone)."""
        days = self.valid_from <= on and (self.valid_to is None or on < self.valid_to)
        return days and self.known_from <= known and (self.known_to is None or known < self.known_to)


@dataclass(slots=True)
class _Open:
    """A claim, by its place in the thread, that is the last word from a day on, known since an instant."""

    day: date
    place: int
    since: datetime


def spans_of(thread: Thread) -> list[list[Span]]:
    """Give, for each claim of a thread in its order, the spans in which it was the last word, by the time of knowledge.

    The spans of all claims do not overlap, and cover every day and instant for which the record has a last word.
    """
    sweep = _Sweep(thread)
    for instant in sorted(
        {claim.published for claim in thread.claims} | {each for each in thread.until if each is not None}
    ):
        sweep.learn(instant)
    return sweep.finished()


class _Sweep:
    """The last words over all days, while our knowledge grows from instant to instant."""

    def __init__(self, thread: Thread) -> None:
        self._claims = thread.claims
        self._until = thread.until
        self._arriving: dict[datetime, list[int]] = {}
        for place, claim in enumerate(self._claims):
            self._arriving.setdefault(claim.published, []).append(place)
        self._leaving = set(filter(None, self._until))
        self._words: list[_Open] = []
        self._spans: list[list[Span]] = [[] for _ in self._claims]

    def learn(self, instant: datetime) -> None:
        if instant in self._leaving:
            # Something was replaced: what it had covered comes to light again.
            self._end(range(len(self._words)), instant)
            self._words = []
            for place, claim in enumerate(self._claims):
                until = self._until[place]
                if claim.published <= instant and (until is None or instant < until):
                    self._say(place, instant)
        else:
            for place in self._arriving[instant]:
                self._say(place, instant)

    def finished(self) -> list[list[Span]]:
        self._end(range(len(self._words)), None)
        return self._spans

    def _say(self, place: int, instant: datetime) -> None:
        # The words follow each other by day and by place. A new one takes all days from its own to the first word that
        # comes after it in order.
        day = self._claims[place].day
        words = self._words
        first = bisect_left(words, day, key=lambda word: word.day)
        covering = first - 1 if first == len(words) or words[first].day > day else first
        if covering >= 0 and words[covering].place > place:
            return
        stop = max(covering, 0)
        while stop < len(words) and words[stop].place < place:
            stop += 1
        cut = max(covering, 0)
        self._end(range(cut, stop), instant)
        kept = [replace(words[cut], since=instant)] if covering >= 0 and words[cut].day < day else []
        self._words[cut:stop] = [*kept, _Open(day, place, instant)]

    def _end(self, numbers: range, instant: datetime | None) -> None:
        words = self._words
        for number in numbers:
            word = words[number]
            if word.since == instant:
                continue
            valid_to = words[number + 1].day if number + 1 < len(words) else None
            _add(self._spans[word.place], Span(word.day, valid_to, word.since, instant))


def _add(spans: list[Span], span: Span) -> None:
    last = spans[-1] if spans else None
    if (
        last is not None
        and last.known_to == span.known_from
        and (last.valid_from, last.valid_to) == (span.valid_from, span.valid_to)
    ):
        spans[-1] = replace(last, known_to=span.known_to)
    else:
        spans.append(span)
