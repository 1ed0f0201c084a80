"""The way of each line: out of a box, along a track of its own between two rows, into the next box."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from register.graph.layering import Item, Lane, Strand, segments_of
from register.graph.placing import Span

RADIUS = 7.0
MARGIN = 14.0
SAME = 0.5
#: Between two tracks.
TRACK = 11.0
#: More ends than this at one box share an arrow.
ENDS = 6

Point = tuple[float, float]


@dataclass(slots=True)
class Segment:
    """The part of one or more lines between two rows: from `upper_x` to `lower_x`, on a track when they differ."""

    upper: Item
    lower: Item
    look: tuple[str, bool, str]
    upper_x: float = 0.0
    lower_x: float = 0.0
    track: int = 0
    strands: list[Strand] = field(default_factory=list)

    @property
    def straight(self) -> bool:
        return abs(self.upper_x - self.lower_x) < SAME


def gaps_of(
    rows: Sequence[Sequence[Item]],
    strands: Sequence[Strand],
    spans: Sequence[Mapping[Item, Span]],
    full_width: str | None,
) -> list[list[Segment]]:
    """Give, for each gap between two rows, the segments that cross it, with their ends and tracks."""
    gaps: list[dict[tuple[object, ...], Segment]] = [{} for _ in rows[1:]]
    row_of = {item: place for place, row in enumerate(rows) for item in row if isinstance(item, str)}
    for strand, items in segments_of(rows, strands).items():
        for step, (upper, lower) in enumerate(pairwise(items)):
            look = (strand.tie.kind, strand.tie.indirect, strand.upper if strand.turned else "")
            segment = gaps[row_of[strand.upper] + step].setdefault(
                (upper, lower, look), Segment(upper, lower, look)
            )
            segment.strands.append(strand)
    for place, gap in enumerate(gaps):
        segments = list(gap.values())
        _leave(segments, spans[place], spans[place + 1])
        _arrive(segments, spans[place + 1], full_width)
        _straighten(segments, spans[place], spans[place + 1])
        _track(segments)
    return [list(gap.values()) for gap in gaps]


def _leave(segments: list[Segment], above: Mapping[Item, Span], below: Mapping[Item, Span]) -> None:
    """Spread the lines that leave a box over its lower edge, in the order of where they go."""
    leaving: dict[Item, list[Segment]] = defaultdict(list)
    for each in segments:
        leaving[each.upper].append(each)
    for item, group in leaving.items():
        group.sort(key=lambda each: below[each.lower].middle)
        places = (
            [above[item].middle] * len(group)
            if isinstance(item, Lane)
            else _spread(above[item], len(group), 88)
        )
        for each, place in zip(group, places, strict=True):
            each.upper_x = place


def _arrive(segments: list[Segment], below: Mapping[Item, Span], full_width: str | None) -> None:
    """Spread the lines that come to a box over its upper edge; straight down where the box takes the whole row."""
    arriving: dict[Item, list[Segment]] = defaultdict(list)
    for each in segments:
        arriving[each.lower].append(each)
    for item, group in arriving.items():
        group.sort(key=lambda each: each.upper_x)
        if isinstance(item, Lane):
            places = [below[item].middle] * len(group)
        elif item == full_width:
            places = [each.upper_x for each in group]
        elif len(group) > ENDS:
            kinds = sorted({each.look for each in group})
            ends = dict(zip(kinds, _spread(below[item], len(kinds), 60), strict=True))
            places = [ends[each.look] for each in group]
        else:
            places = _spread(below[item], len(group), 60)
        for each, place in zip(group, places, strict=True):
            each.lower_x = place


def _spread(span: Span, count: int, widest: float) -> list[float]:
    step = min(widest, (span.width - 2 * MARGIN) / max(count - 1, 1))
    return [span.middle + step * (place - (count - 1) / 2) for place in range(count)]


def _straighten(segments: list[Segment], above: Mapping[Item, Span], below: Mapping[Item, Span]) -> None:
    """Move the only line of a box sideways when that spares it a small bend, any line when the bend is tiny."""
    leaving = Counter(each.upper for each in segments)
    arriving = Counter(each.lower for each in segments)
    for each in segments:
        if abs(each.lower_x - each.upper_x) > 3 * RADIUS:
            continue
        alone = leaving[each.upper] == 1 or abs(each.lower_x - each.upper_x) < RADIUS
        if alone and _within(each.lower_x, each.upper, above):
            each.upper_x = each.lower_x
        elif arriving[each.lower] == 1 and _within(each.upper_x, each.lower, below):
            each.lower_x = each.upper_x


def _within(x: float, item: Item, spans: Mapping[Item, Span]) -> bool:
    span = spans[item]
    return isinstance(item, str) and span.left + MARGIN <= x <= span.right - MARGIN


@dataclass(slots=True)
class _Group:
    """Segments that run into one end and share a track."""

    end: float
    starts: list[float]
    segments: list[Segment]

    @property
    def left(self) -> float:
        return min(self.end, *self.starts)

    @property
    def right(self) -> float:
        return max(self.end, *self.starts)

    def meets(self, other: "_Group") -> bool:
        return self.left < other.right + RADIUS and other.left < self.right + RADIUS

    def cost_above(self, other: "_Group") -> int:
        """How often lines cross, and a hundred for each that would run on top of another, with this group above."""
        crossings = sum(self.left < start < self.right for start in other.starts)
        crossings += other.left < self.end < other.right
        covered = sum(abs(start - self.end) < RADIUS for start in other.starts)
        return crossings + 100 * covered


def _track(segments: list[Segment]) -> None:
    """Give lines that turn in one gap tracks of their own wherever they would touch."""
    ends: dict[tuple[Item, float], _Group] = {}
    for each in segments:
        if not each.straight:
            key = (each.lower, each.lower_x)
            group = ends.setdefault(key, _Group(each.lower_x, [], []))
            group.starts.append(each.upper_x)
            group.segments.append(each)
    waiting = list(ends.values())
    done: list[tuple[_Group, int]] = []
    while waiting:
        first = min(
            waiting,
            key=lambda one: sum(
                one.cost_above(each) - each.cost_above(one)
                for each in waiting
                if each is not one and one.meets(each)
            ),
        )
        waiting.remove(first)
        track = max((taken + 1 for group, taken in done if group.meets(first)), default=0)
        done.append((first, track))
        for each in first.segments:
            each.track = track


def tracks_in(gap: Sequence[Segment]) -> int:
    """Give the number of tracks a gap needs; 0 when all its lines are straight."""
    return max((each.track + 1 for each in gap if not each.straight), default=0)


def smooth(points: Sequence[Point]) -> str:
    """Write a line through `points`, which turns at right angles, as an SVG path with round corners."""
    turning = _corners(points)
    path = f"M{_n(turning[0][0])} {_n(turning[0][1])}"
    for before, corner, after in zip(turning, turning[1:], turning[2:], strict=False):
        radius = min(RADIUS, _length(before, corner) / 2, _length(corner, after) / 2)
        enter, leave = _towards(corner, before, radius), _towards(corner, after, radius)
        path += (
            f"L{_n(enter[0])} {_n(enter[1])}Q{_n(corner[0])} {_n(corner[1])} {_n(leave[0])} {_n(leave[1])}"
        )
    return path + f"L{_n(turning[-1][0])} {_n(turning[-1][1])}"


def _corners(points: Sequence[Point]) -> list[Point]:
    """Leave out points that the line passes without turning."""
    kept = [points[0]]
    for place, point in enumerate(points[1:-1], 1):
        before, after = kept[-1], points[place + 1]
        upright = abs(before[0] - point[0]) < SAME and abs(point[0] - after[0]) < SAME
        level = abs(before[1] - point[1]) < SAME and abs(point[1] - after[1]) < SAME
        if not upright and not level and _length(before, point) >= SAME:
            kept.append(point)
    return [*kept, points[-1]]


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, end: Point, distance: float) -> Point:
    whole = _length(start, end) or 1.0
    return (
        start[0] + (end[0] - start[0]) * distance / whole,
        start[1] + (end[1] - start[1]) * distance / whole,
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
