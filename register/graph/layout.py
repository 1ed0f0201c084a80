"""A drawing laid out: rows of boxes from persons down to companies, and the lines between them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bods.codelists import EntityType
from register.graph.choosing import weights_of
from register.graph.holdings import holdings_of
from register.graph.layering import Item, Strand, Tie, layers_of, rows_of, segments_of, strands_of
from register.graph.measuring import broken, width_of
from register.graph.picture import Party, PartyKind, Picture
from register.graph.placing import SMALL, WIDE, Format, Span, spans_of
from register.graph.routing import TRACK, Point, Segment, gaps_of, smooth, tracks_in
from register.graph.shapes import Box, BoxKind, Line
from register.graph.shares import NOTHING
from register.graph.wording import DrawingWords

STATES = frozenset({EntityType.STATE, EntityType.STATE_BODY})
#: The box that stands for all who are not drawn.
FOLDED = "#folded"
EDGE = 2.0
PADDING = 9.0
LABEL_STEP = 17.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands. `tops` and `bottoms` are those of the rows, `levels` the step of each line's label."""

    picture: Picture
    subjects: Sequence[str]
    hidden: int
    measures: Format
    rows: Sequence[Sequence[Item]]
    strands: Sequence[Strand]
    spans: Sequence[Mapping[Item, Span]]
    gaps: Sequence[Sequence[Segment]]
    names: Mapping[str, tuple[str, ...]]
    tops: Sequence[float]
    bottoms: Sequence[float]
    levels: Mapping[Strand, int]

    @classmethod
    def of(
        cls,
        picture: Picture,
        subjects: Sequence[str],
        parties: set[str],
        ties: Sequence[Tie],
        *,
        hidden: int,
        wide: bool,
    ) -> "Layout":
        """Lay out `parties` and the `ties` between them; one box more stands for the `hidden`."""
        measures = WIDE if wide else SMALL
        full_width = subjects[0] if len(subjects) == 1 else None
        strands = strands_of(ties, subjects)
        heights = layers_of(parties, strands)
        if wide and full_width:
            _lift_persons(heights, strands, picture, measures)
        if hidden:
            heights[FOLDED] = 1
        weights = weights_of(picture, subjects)
        rows = rows_of(
            heights,
            strands,
            measures.fits,
            lambda key: (1.0 if key == FOLDED else -weights.get(key, 0.0), key),
        )
        spans = spans_of(rows, strands, measures, full_width)
        gaps = gaps_of(rows, strands, spans, full_width)
        names = {
            item: broken(picture.name(item) if item != FOLDED else "", span.width - 2 * PADDING)
            for row in spans
            for item, span in row.items()
            if isinstance(item, str)
        }
        levels = _levels(strands, gaps, measures)
        tops, bottoms = _heights(rows, gaps, names, levels, measures)
        return cls(
            picture, subjects, hidden, measures, rows, strands, spans, gaps, names, tops, bottoms, levels
        )

    @property
    def height(self) -> float:
        return self.bottoms[-1] + EDGE

    def boxes(self, words: DrawingWords, href: Callable[[str], str | None], *, whole: bool) -> Iterator[Box]:
        """Give every box; `whole` when the drawing shows all that is known, so that a sum may be told."""
        for place, row in enumerate(self.rows):
            for item in row:
                if isinstance(item, str):
                    span = self.spans[place][item]
                    top, height = self.tops[place], self.bottoms[place] - self.tops[place]
                    if item == FOLDED:
                        told = (words.more(self.hidden),)
                        yield Box(span.left, top, span.width, height, "unknown", told, "", None)
                    else:
                        kind, note = self._kind(item), self._note(item, words, whole=whole)
                        lines = self.names[item] if any(self.names[item]) else (words.unnamed(),)
                        yield Box(
                            span.left, top, span.width, height, kind, lines, note, self._link(item, href)
                        )

    def _link(self, key: str, href: Callable[[str], str | None]) -> str | None:
        return None if key in self.subjects[:1] and len(self.subjects) == 1 else href(key)

    def _kind(self, key: str) -> BoxKind:
        if key in self.subjects:
            return "subject"
        kinds: dict[PartyKind, BoxKind] = {
            PartyKind.PERSON: "person",
            PartyKind.ENTITY: "company",
            PartyKind.UNKNOWN: "unknown",
        }
        return kinds[self.picture.parties[key].kind]

    def _note(self, key: str, words: DrawingWords, *, whole: bool) -> str:
        party = self.picture.parties[key]
        if key in self.subjects:
            return self._explained(key, words) if whole and len(self.subjects) == 1 else ""
        if party.kind is PartyKind.UNKNOWN and not party.name:
            return ""
        kind = words.kind(_kind_word(party))
        country = words.country(party.country) if party.country and self.measures is WIDE else ""
        return f"{kind} · {country}" if country else kind

    def _explained(self, key: str, words: DrawingWords) -> str:
        """Say how much of the company the drawing explains."""
        total = NOTHING
        for each in holdings_of(self.picture):
            known = self.picture.parties[each.holder].kind is not PartyKind.UNKNOWN
            if each.held == key and each.shares and known:
                total = total.plus(each.shares)
        return "" if total == NOTHING else words.explained(words.share(total))

    def lines(self) -> Iterator[Line]:
        """Give every line, the emphasised last so that they lie on top."""
        ways = segments_of(self.rows, self.strands)
        row_of = {item: place for place, row in enumerate(self.rows) for item in row if isinstance(item, str)}
        found: dict[tuple[int, Strand], Segment] = {
            (place, strand): each
            for place, gap in enumerate(self.gaps)
            for each in gap
            for strand in each.strands
        }
        for strand in sorted(self.strands, key=lambda each: each.tie.emphasised):
            top = row_of[strand.upper]
            segments = [found[top + step, strand] for step in range(len(ways[strand]) - 1)]
            yield self._line(strand, top, segments)

    def _line(self, strand: Strand, top: int, segments: Sequence[Segment]) -> Line:
        points: list[Point] = [(segments[0].upper_x, self.bottoms[top])]
        for step, each in enumerate(segments):
            if not each.straight:
                track = self._track_y(top + step, each)
                points += [(each.upper_x, track), (each.lower_x, track)]
        points.append((segments[-1].lower_x, self.tops[top + len(segments)]))
        half, tall, back = (6.5, 11, 9) if strand.tie.emphasised else (5, 9, 7)
        tip_x, tip_y = points[0] if strand.turned else points[-1]
        if strand.turned:
            points[0] = (tip_x, tip_y + back)
            head = f"M{tip_x:.1f} {tip_y:.1f}l-{half} {tall}h{2 * half:g}z"
        else:
            points[-1] = (tip_x, tip_y - back)
            head = f"M{tip_x:.1f} {tip_y:.1f}l-{half} -{tall}h{2 * half:g}z"
        half_label = width_of(strand.tie.label) / 2
        return Line(
            path=smooth(points),
            head=head,
            kind=strand.tie.kind,
            indirect=strand.tie.indirect,
            emphasised=strand.tie.emphasised,
            label=strand.tie.label,
            label_x=max(half_label + EDGE, min(segments[0].upper_x, self.measures.width - half_label - EDGE)),
            label_y=self._label_y(top, strand),
        )

    def _track_y(self, place: int, segment: Segment) -> float:
        zone = _zone(self.gaps[place], self.levels, self.measures)
        return self.bottoms[place] + zone + segment.track * TRACK

    def _label_y(self, place: int, strand: Strand) -> float:
        gap, level = self.gaps[place], self.levels[strand]
        if tracks_in(gap) == 0:
            middle = (self.bottoms[place] + self.tops[place + 1]) / 2
            return middle + 3 + LABEL_STEP * (level - _deepest(gap, self.levels) / 2)
        return self.bottoms[place] + 0.57 * self.measures.label + LABEL_STEP * level


def _kind_word(party: Party) -> str:
    if party.kind is PartyKind.PERSON:
        return "person"
    if party.entity_type in STATES:
        return "state"
    return "arrangement" if party.entity_type == EntityType.ARRANGEMENT else "company"


def _lift_persons(
    heights: dict[str, int], strands: Sequence[Strand], picture: Picture, measures: Format
) -> None:
    """Set the persons in one row at the top, when there are few."""
    held = {strand.lower for strand in strands}
    persons = [key for key in heights if key not in held and picture.parties[key].kind is PartyKind.PERSON]
    highest = max(heights.values())
    others_up_there = [key for key, height in heights.items() if height == highest and key not in persons]
    if persons and len(persons) <= measures.most and not others_up_there:
        heights.update(dict.fromkeys(persons, highest))


def _levels(
    strands: Sequence[Strand], gaps: Sequence[Sequence[Segment]], measures: Format
) -> dict[Strand, int]:
    """Set labels that would touch on different steps."""
    levels: dict[Strand, int] = dict.fromkeys(strands, 0)
    for gap in gaps:
        ends: list[float] = []
        first = [
            (each.upper_x, strand) for each in gap for strand in each.strands if strand.upper == each.upper
        ]
        for x, strand in sorted(first, key=lambda pair: pair[0]):
            half = width_of(strand.tie.label) / 2
            x = max(half + EDGE, min(x, measures.width - half - EDGE))
            level = next((step for step, end in enumerate(ends) if end < x - half), len(ends))
            ends[level : level + 1] = [x + half + 6]
            levels[strand] = level
    return levels


def _deepest(gap: Sequence[Segment], levels: Mapping[Strand, int]) -> int:
    here = (strand for each in gap for strand in each.strands if strand.upper == each.upper)
    return max((levels[strand] for strand in here if strand.tie.label), default=0)


def _labelled(gap: Sequence[Segment]) -> bool:
    return any(strand.tie.label for each in gap for strand in each.strands if strand.upper == each.upper)


def _zone(gap: Sequence[Segment], levels: Mapping[Strand, int], measures: Format) -> float:
    """Give the room for labels at the top of a gap."""
    return measures.label + LABEL_STEP * _deepest(gap, levels) if _labelled(gap) else measures.label / 2


def _heights(
    rows: Sequence[Sequence[Item]],
    gaps: Sequence[Sequence[Segment]],
    names: Mapping[str, tuple[str, ...]],
    levels: Mapping[Strand, int],
    measures: Format,
) -> tuple[list[float], list[float]]:
    tops, bottoms = [EDGE], []
    for place, row in enumerate(rows):
        lines = max(len(names[item]) for item in row if isinstance(item, str))
        bottoms.append(tops[-1] + 35 + 17 * lines - (0 if lines < 2 else 5))
        if place < len(gaps):
            gap = gaps[place]
            tracks = tracks_in(gap)
            if tracks:
                space = _zone(gap, levels, measures) + (tracks - 1) * TRACK + measures.below
            else:
                space = measures.straight if _labelled(gap) else measures.straight / 2
                space += LABEL_STEP * _deepest(gap, levels)
            tops.append(bottoms[-1] + space)
    return tops, bottoms
