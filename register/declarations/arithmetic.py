"""Shares through chains: along a chain they multiply, side by side they add, and a ring is solved, not cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import networkx as nx

from bods.records import Share
from register.declarations.draft import SUBJECT

#: Holder and held.
Pair = tuple[str, str]
WHOLE = Fraction(1)
#: Figures in percent are given to so many places, which JSON carries without loss.
PLACES = Decimal("0.0000000001")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between `low` and `high` parts of the whole (0 to 1); an excluded bound is not itself possible."""

    low: Fraction
    high: Fraction
    low_excluded: bool = False
    high_excluded: bool = False

    def plus(self, other: "Bounds") -> "Bounds":
        """Two shares held side by side; nobody holds more than the whole."""
        low, high = self.low + other.low, self.high + other.high
        return Bounds(
            min(low, WHOLE),
            min(high, WHOLE),
            low < WHOLE and (self.low_excluded or other.low_excluded),
            high <= WHOLE and (self.high_excluded or other.high_excluded),
        )

    def may_reach(self, percent: Decimal) -> bool:
        """Whether the share can be so many percent or more."""
        mark = Fraction(percent) / 100
        return self.high > mark or (self.high == mark and not self.high_excluded)

    def may_exceed(self, percent: Decimal) -> bool:
        """Whether the share can be more than so many percent."""
        return self.high > Fraction(percent) / 100

    def as_share(self) -> Share:
        """The share in percent, to ten places; bounds are rounded outwards."""
        if self.low == self.high:
            return Share.exactly(_percent(self.low, ROUND_HALF_EVEN))
        low, high = _percent(self.low, ROUND_FLOOR), _percent(self.high, ROUND_CEILING)
        return Share(low, high, self.low_excluded, self.high_excluded)


NOTHING = Bounds(Fraction(0), Fraction(0))


def bounds_of(share: Share) -> Bounds:
    """A declared share; a side left open reaches to nothing or to the whole."""
    low = Fraction(share.minimum or 0) / 100
    high = WHOLE if share.maximum is None else Fraction(share.maximum) / 100
    return Bounds(low, high, share.minimum_excluded, share.maximum_excluded)


def _percent(part: Fraction, rounding: str) -> Decimal:
    figure = Decimal(part.numerator * 100) / Decimal(part.denominator)
    rounded = figure.quantize(PLACES, rounding=rounding)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize()


class Through:
    """How much of the company each holder reaches through others, by one measure (shares, or votes).

    `held` are the direct holdings by that measure, by holder and held.
    """

    def __init__(self, held: Mapping[Pair, Bounds]) -> None:
        self._held = held
        self._low = _reached({pair: bounds.low for pair, bounds in held.items()}, surely=True)
        self._high = _reached({pair: bounds.high for pair, bounds in held.items()}, surely=False)

    def indirectly(self, holder: str) -> Bounds | None:
        """What a holder reaches through others (its direct holding apart); None when no chain is told throughout."""
        if any(held == holder for _, held in self._held):
            # What comes back round a ring to the holder is its own already.
            return Through({pair: each for pair, each in self._held.items() if pair[1] != holder}).indirectly(
                holder
            )
        steps = [(pair, bounds) for pair, bounds in self._held.items() if pair[0] == holder]
        walked = self._walked(holder)
        if not walked:
            return None
        low = sum((bounds.low * self._low.get(pair[1], Fraction(0)) for pair, bounds in steps), Fraction(0))
        high = sum(
            (bounds.high * self._high.get(pair[1], Fraction(0)) for pair, bounds in steps), Fraction(0)
        )
        return Bounds(
            min(low, WHOLE),
            min(max(low, high), WHOLE),
            low < WHOLE and low != high and self._leaves_out_low(holder),
            high <= WHOLE and low != high and any(self._held[pair].high_excluded for pair in walked),
        )

    def _leaves_out_low(self, holder: str) -> bool:
        # The lower bound is left out if some chain, surely there, has a link that is surely more than its bound.
        sure = {pair for pair, bounds in self._held.items() if bounds.low > 0 or bounds.low_excluded}
        return any(self._held[pair].low_excluded for pair in walks(holder, sure))

    def _walked(self, holder: str) -> set[Pair]:
        return walks(holder, {pair for pair, bounds in self._held.items() if bounds.high > 0})


def walks(holder: str, pairs: set[Pair]) -> set[Pair]:
    """The links on all ways from a holder to the company but the straight one; ways back to the holder do not count."""
    pairs = {pair for pair in pairs if pair[1] != holder}
    graph: nx.DiGraph[str] = nx.DiGraph(pairs)
    if holder not in graph or SUBJECT not in graph:
        return set()
    leading = nx.ancestors(graph, SUBJECT) | {SUBJECT}
    below = nx.descendants(graph, holder) | {holder}
    on_the_way = {(one, other) for one, other in pairs if one in below and other in leading}
    rings = any(one == SUBJECT for one, _ in on_the_way)
    return on_the_way if rings else on_the_way - {(holder, SUBJECT)}


def _reached(parts: Mapping[Pair, Fraction], *, surely: bool) -> dict[str, Fraction]:
    """What each body reaches of the company, directly and through others; for the company, through rings alone."""
    graph: nx.DiGraph[str] = nx.DiGraph([pair for pair, part in parts.items() if part > 0])
    graph.add_node(SUBJECT)
    whole = nx.condensation(graph)
    reached: dict[str, Fraction] = {}
    for part in reversed(list(nx.topological_sort(whole))):
        members = sorted(whole.nodes[part]["members"])
        known = {key: _straight(key, parts, reached) for key in members}
        ring = {pair: each for pair, each in parts.items() if pair[0] in known and pair[1] in known}
        reached.update(_solved(known, ring, surely=surely) if ring else known)
    return reached


def _straight(key: str, parts: Mapping[Pair, Fraction], reached: Mapping[str, Fraction]) -> Fraction:
    total = Fraction(0)
    for (holder, held), part in parts.items():
        if holder == key:
            total += part * ((held == SUBJECT) + reached.get(held, Fraction(0)))
    return min(total, WHOLE)


def _solved(
    known: Mapping[str, Fraction], ring: Mapping[Pair, Fraction], *, surely: bool
) -> dict[str, Fraction]:
    """Solve y = known + ring y for the bodies of one ring, exactly.

    A ring that nobody outside owns any part of has no answer: then what is sure is what goes round no ring, and what
    may be is the whole.
    """
    keys = list(known)
    rows = [
        [Fraction(one == other) - ring.get((one, other), Fraction(0)) for other in keys] + [known[one]]
        for one in keys
    ]
    answer = _eliminated(rows)
    if answer is None or any(not each >= 0 for each in answer):
        return dict(known) if surely else dict.fromkeys(keys, WHOLE)
    # Within a ring a part is met again each time round, so that this may be more than the whole.
    return dict(zip(keys, answer, strict=True))


def _eliminated(rows: list[list[Fraction]]) -> list[Fraction] | None:
    size = len(rows)
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(size):
            if row != column and rows[row][column]:
                factor = rows[row][column]
                rows[row] = [
                    value - factor * other for value, other in zip(rows[row], rows[column], strict=True)
                ]
    return [row[-1] for row in rows]
