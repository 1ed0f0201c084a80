"""The owners of a company over time as bars, one an owner, with the awards that the company won as marks below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from register.graph.measuring import width_of
from register.graph.tenures import Span, Tenure, direct

#: Left edge, room at the right, and from one owner to the next, in px.
LEFT, RIGHT, STEP = 4.0, 14.0, 46.0
TOP, BAR = 24.0, 11.0
#: Years are told so far apart, letters of awards so far, at least.
BETWEEN_YEARS, BETWEEN_LETTERS = 44.0, 15.0
#: So many owners have a bar; the table tells of all.
MOST = 15


@dataclass(frozen=True, slots=True)
class Bar:
    """Days of one owner: `kind` is a class of the stylesheet."""

    x: float
    width: float
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """One owner: the name and what they hold, above their bars; `end` when the words stop at x rather than begin there."""

    x: float
    y: float
    end: bool
    name: str
    note: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One award; without a letter where another stands too near."""

    x: float
    letter: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A picture of owners over time. `id` is unique on the page, `description` tells the same in sentences."""

    id: str
    title: str
    description: str
    width: float
    height: float
    floor: float
    years: tuple[tuple[float, int], ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class _Scale:
    begins: date
    today: date
    width: float

    def at(self, day: date) -> float:
        part = (min(max(day, self.begins), self.today) - self.begins) / (self.today - self.begins)
        return LEFT + part * (self.width - LEFT - RIGHT)


def timeline(
    tenures: Sequence[Tenure],
    awards: Mapping[str, date],
    today: date,
    *,
    notes: Sequence[str],
    width: float,
    id: str,  # noqa: A002 - what it is called in the page
    title: str,
    description: str,
) -> Timeline:
    """Draw owners and awards (by letter) up to today. `notes` tells for each owner what stands beside the name."""
    shown = tenures[:MOST]
    first = min([*(each.spans[0].since for each in tenures), *awards.values()], default=today)
    scale = _Scale(min(date(first.year, 1, 1), today - timedelta(days=90)), today, width)
    floor = TOP + 16 + STEP * len(shown)
    return Timeline(
        id=id,
        title=title,
        description=description,
        width=width,
        height=floor + (46 if awards else 4),
        floor=floor,
        years=tuple(_years(scale)),
        rows=tuple(_row(scale, place, each, notes[place]) for place, each in enumerate(shown)),
        marks=tuple(_marks(scale, awards)),
        hidden=len(tenures) - len(shown),
    )


def _years(scale: _Scale) -> Iterator[tuple[float, int]]:
    last = float("-inf")
    for year in range(scale.begins.year, scale.today.year + 1):
        x = scale.at(date(year, 1, 1))
        if x - last >= BETWEEN_YEARS and date(year, 1, 1) >= scale.begins:
            last = x
            yield x, year


def _row(scale: _Scale, place: int, tenure: Tenure, note: str) -> Row:
    x = scale.at(tenure.spans[0].since)
    end = x + width_of(f"{tenure.name}  {note}") > scale.width
    return Row(
        x=scale.width - RIGHT if end else x,
        y=TOP + 26 + STEP * place,
        end=end,
        name=tenure.name,
        note=note,
        bars=tuple(_bar(scale, each, over=tenure.last.until is not None) for each in _joined(tenure.spans)),
    )


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """One bar as long as somebody holds in one way, however much."""
    last: Span | None = None
    for span in spans:
        if last and last.until == span.since and _kind(last, over=False) == _kind(span, over=False):
            last = Span(last.since, span.until, span.owner)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _bar(scale: _Scale, span: Span, *, over: bool) -> Bar:
    x = scale.at(span.since)
    return Bar(x, max(3.0, scale.at(span.until or scale.today) - x), _kind(span, over=over))


def _kind(span: Span, *, over: bool) -> str:
    owner = span.owner
    owns = owner.economic is not None and owner.economic.high > 0
    return " ".join(
        word
        for word, so in (
            ("controls", not owns),
            ("indirect", not direct(owner)),
            ("past", over),
        )
        if so
    )


def _marks(scale: _Scale, awards: Mapping[str, date]) -> Iterator[Mark]:
    last = float("-inf")
    for letter, day in sorted(awards.items(), key=lambda each: each[1]):
        x = scale.at(day)
        told = x - last >= BETWEEN_LETTERS
        last = x if told else last
        yield Mark(x, letter if told else "")
