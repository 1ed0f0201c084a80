"""Where the boxes and lanes of each row stand, from left to right."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from register.graph.layering import Item, Lane, Strand, segments_of


@dataclass(frozen=True, slots=True)
class Format:
    """The measures of a drawing, in px: wide for a page, small for a telephone."""

    width: float
    most: int
    widths: tuple[float, ...]
    narrowest: float
    gap: float
    lane: float
    label: float
    below: float
    straight: float

    def box_width(self, boxes: int, lanes: int) -> float:
        """Give the width of each box in a row of so many boxes and lanes."""
        items = boxes + lanes
        wished = self.widths[min(items, len(self.widths)) - 1]
        left = self.width - 2 - lanes * self.lane - (items - 1) * self.gap
        return max(self.narrowest, min(wished, left / max(boxes, 1)))

    def fits(self, boxes: int, lanes: int) -> bool:
        needed = boxes * self.narrowest + lanes * self.lane + (boxes + lanes - 1) * self.gap
        return boxes <= self.most and needed <= self.width - 2


WIDE = Format(704, 4, (210, 190, 190, 158), 120, 22, 8, 46, 38, 84)
SMALL = Format(328, 3, (210, 150, 103), 88, 7, 6, 34, 28, 66)


@dataclass(slots=True)
class Span:
    """Where an item stands: its middle and its width."""

    middle: float
    width: float

    @property
    def left(self) -> float:
        return self.middle - self.width / 2

    @property
    def right(self) -> float:
        return self.middle + self.width / 2


def spans_of(
    rows: Sequence[Sequence[Item]], strands: Sequence[Strand], measures: Format, full_width: str | None
) -> list[dict[Item, Span]]:
    """Give each item of each row its place, as straight below what it hangs on as the others let it.

    `full_width` is a party that takes the whole of its row.
    """
    placed = [_spread(row, measures, full_width) for row in rows]
    beside = _neighbours(rows, strands)
    for _ in range(24):
        for place, row in enumerate(rows):
            if full_width not in row:
                wishes = [_wish(item, place, placed, beside, full_width) for item in row]
                _settle([placed[place][item] for item in row], wishes, measures)
    if full_width is None:
        _centre([span for row in placed for span in row.values()], measures)
    return placed


def _centre(spans: Sequence[Span], measures: Format) -> None:
    aside = measures.width / 2 - (min(each.left for each in spans) + max(each.right for each in spans)) / 2
    for each in spans:
        each.middle += aside


def _spread(row: Sequence[Item], measures: Format, full_width: str | None) -> dict[Item, Span]:
    """Set a row out evenly over the whole width."""
    if full_width in row:
        return {item: Span(measures.width / 2, measures.width - 2) for item in row}
    lanes = sum(isinstance(item, Lane) for item in row)
    width = measures.box_width(len(row) - lanes, lanes)
    widths = [measures.lane if isinstance(item, Lane) else width for item in row]
    pitch = measures.width / len(row)
    spans = [Span(pitch * (place + 0.5), each) for place, each in enumerate(widths)]
    _settle(spans, [(span.middle, 1.0) for span in spans], measures)
    return dict(zip(row, spans, strict=True))


def _neighbours(
    rows: Sequence[Sequence[Item]], strands: Sequence[Strand]
) -> dict[tuple[int, Item], dict[tuple[int, Item], float]]:
    """Give what each item hangs on in the rows beside it, and how strongly: lanes most, then an only line."""
    row_of = {item: place for place, row in enumerate(rows) for item in row if isinstance(item, str)}
    arriving = Counter(strand.lower for strand in strands)
    beside: dict[tuple[int, Item], dict[tuple[int, Item], float]] = defaultdict(dict)
    for strand, items in segments_of(rows, strands).items():
        top = row_of[strand.upper]
        for step, (upper, lower) in enumerate(pairwise(items)):
            one, other = (top + step, upper), (top + step + 1, lower)
            lanes = isinstance(upper, Lane) and isinstance(lower, Lane)
            beside[one][other] = beside[other][one] = (
                8.0 if lanes else 4.0 if arriving[strand.lower] == 1 else 1.0
            )
    return beside


def _wish(
    item: Item,
    place: int,
    placed: Sequence[Mapping[Item, Span]],
    beside: Mapping[tuple[int, Item], Mapping[tuple[int, Item], float]],
    full_width: str | None,
) -> tuple[float, float]:
    """Give where an item would like to stand and how much; the top row also likes to keep its even spacing."""
    near = beside.get((place, item), {})
    pulls = [(placed[row][other].middle, pull) for (row, other), pull in near.items() if other != full_width]
    if place == 0 or not pulls:
        pulls.append((placed[place][item].middle, 2.0))
    weight = sum(pull for _, pull in pulls)
    return sum(middle * pull for middle, pull in pulls) / weight, 4.0 if isinstance(item, Lane) else 1.0


def _settle(spans: Sequence[Span], wishes: Sequence[tuple[float, float]], measures: Format) -> None:
    """Put items as near to their wishes as their order and the gaps allow (pooling neighbours that collide)."""
    offsets = [0.0]
    for one, other in pairwise(spans):
        offsets.append(offsets[-1] + one.width / 2 + measures.gap + other.width / 2)
    pools: list[tuple[float, float, int]] = []
    for (wish, weight), offset in zip(wishes, offsets, strict=True):
        pools.append((wish - offset, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            later, earlier = pools.pop(), pools.pop()
            together = earlier[1] + later[1]
            mean = (earlier[0] * earlier[1] + later[0] * later[1]) / together
            pools.append((mean, together, earlier[2] + later[2]))
    lowest = 1 + spans[0].width / 2
    highest = measures.width - 1 - spans[-1].width / 2 - offsets[-1]
    settled = [max(lowest, min(base, highest)) for base, _, count in pools for _ in range(count)]
    for span, base, offset in zip(spans, settled, offsets, strict=True):
        span.middle = base + offset
