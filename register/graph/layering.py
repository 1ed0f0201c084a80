"""Which row each party of a drawing stands in, in which order, and where lines pass between boxes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import networkx as nx


@dataclass(frozen=True, slots=True)
class Tie:
    """One line to draw, from a holder to what it holds."""

    holder: str
    held: str
    kind: Literal["owns", "controls"]
    indirect: bool
    emphasised: bool
    label: str


@dataclass(frozen=True, slots=True)
class Strand:
    """A tie as it is laid out, from an upper box to a lower; `turned` when the holder is the lower (in a circle)."""

    upper: str
    lower: str
    tie: Tie
    turned: bool

    @property
    def lane(self) -> "Lane":
        """Strands to one box share a lane when they look alike; a turned one keeps to itself."""
        return Lane(self.lower, self.tie.kind, self.tie.indirect, self.upper if self.turned else "")


@dataclass(frozen=True, slots=True)
class Lane:
    """Room between the boxes of a row for lines that pass."""

    lower: str
    kind: str
    indirect: bool
    turned_from: str


Item = str | Lane


def strands_of(ties: Iterable[Tie], subjects: Sequence[str]) -> list[Strand]:
    """Turn the ties of each circle so that all run down; no tie of a party to itself is drawn."""
    drawn = [tie for tie in ties if tie.holder != tie.held]
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(subjects)
    graph.add_edges_from((tie.held, tie.holder) for tie in drawn)
    steps = dict.fromkeys(subjects, 0)
    for subject in subjects:
        for party, distance in nx.single_source_shortest_path_length(graph, subject).items():
            steps[party] = min(steps.get(party, distance), distance)
    circle = {
        party: place for place, block in enumerate(nx.strongly_connected_components(graph)) for party in block
    }
    order = {party: (steps.get(party, 0), party) for party in graph}
    strands = []
    for tie in drawn:
        turned = circle[tie.holder] == circle[tie.held] and order[tie.holder] < order[tie.held]
        upper, lower = (tie.held, tie.holder) if turned else (tie.holder, tie.held)
        strands.append(Strand(upper, lower, tie, turned))
    return strands


def layers_of(parties: Iterable[str], strands: Iterable[Strand]) -> dict[str, int]:
    """Give each party its height: one more than the highest of those below it; 0 is the bottom."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(parties)
    graph.add_edges_from((strand.lower, strand.upper) for strand in strands)
    heights: dict[str, int] = {}
    for party in nx.topological_sort(graph):
        heights[party] = max((heights[below] + 1 for below in graph.predecessors(party)), default=0)
    return heights


def rows_of(
    heights: dict[str, int],
    strands: Sequence[Strand],
    fits: Callable[[int, int], bool],
    weight: Callable[[str], tuple[float, str]],
) -> list[list[Item]]:
    """Part the layers into rows from the top, heaviest first; `fits` says whether so many boxes and lanes go in one row.

    Lanes stand in every row that a line passes.
    """
    rows: list[list[Item]] = []
    placed: set[str] = set()
    layers: dict[int, list[str]] = defaultdict(list)
    for party in sorted(heights, key=weight):
        layers[heights[party]].append(party)
    for height in sorted(layers, reverse=True):
        waiting = layers[height]
        while waiting:
            count = len(waiting)
            while count > 1 and not fits(count, len(_passing(strands, placed, waiting[:count]))):
                count -= 1
            row, waiting = waiting[:count], waiting[count:]
            rows.append([*row, *_passing(strands, placed, row)])
            placed.update(row)
    return _uncrossed(rows, strands)


def _passing(strands: Sequence[Strand], placed: set[str], row: Sequence[str]) -> list[Lane]:
    """Give the lanes of lines that come from above this row and end below it."""
    gone = placed | set(row)
    lanes = (each.lane for each in strands if each.upper in placed and each.lower not in gone)
    return list(dict.fromkeys(lanes))


def segments_of(rows: Sequence[Sequence[Item]], strands: Iterable[Strand]) -> dict[Strand, tuple[Item, ...]]:
    """Give the items each strand runs through, from its upper box over the lanes to its lower box."""
    row_of = {item: place for place, row in enumerate(rows) for item in row if isinstance(item, str)}
    return {
        strand: (
            strand.upper,
            *[strand.lane] * (row_of[strand.lower] - row_of[strand.upper] - 1),
            strand.lower,
        )
        for strand in strands
    }


def _uncrossed(rows: list[list[Item]], strands: Sequence[Strand]) -> list[list[Item]]:
    """Order each row after the row before it, down and up, and keep the order with the fewest crossings."""
    pairs: list[set[tuple[Item, Item]]] = [set() for _ in rows]
    row_of = {item: place for place, row in enumerate(rows) for item in row if isinstance(item, str)}
    for strand, items in segments_of(rows, strands).items():
        for step, pair in enumerate(pairwise(items)):
            pairs[row_of[strand.upper] + step].add(pair)
    best, fewest = rows, _crossings(rows, pairs)
    current = [list(row) for row in rows]
    for sweep in range(6):
        places = range(1, len(rows)) if sweep % 2 == 0 else range(len(rows) - 2, -1, -1)
        for place in places:
            above = sweep % 2 == 0
            fixed = current[place - 1 if above else place + 1]
            beside = pairs[place - 1] if above else {(low, up) for up, low in pairs[place]}
            current[place] = _by_neighbours(current[place], fixed, beside)
        if (crossings := _crossings(current, pairs)) < fewest:
            best, fewest = [list(row) for row in current], crossings
    return best


def _by_neighbours(row: list[Item], fixed: list[Item], pairs: set[tuple[Item, Item]]) -> list[Item]:
    where = {item: (place + 0.5) / len(fixed) for place, item in enumerate(fixed)}
    pulls: dict[Item, list[float]] = defaultdict(list)
    for other, item in pairs:
        pulls[item].append(where[other])
    own = {item: (place + 0.5) / len(row) for place, item in enumerate(row)}
    mean = {item: sum(pulls[item]) / len(pulls[item]) if pulls[item] else own[item] for item in row}
    return sorted(row, key=lambda item: (mean[item], own[item]))


def _crossings(rows: Sequence[Sequence[Item]], pairs: Sequence[set[tuple[Item, Item]]]) -> int:
    total = 0
    for place in range(len(rows) - 1):
        up = {item: order for order, item in enumerate(rows[place])}
        low = {item: order for order, item in enumerate(rows[place + 1])}
        ends = sorted((up[first], low[second]) for first, second in pairs[place])
        total += sum(a[0] < b[0] and a[1] > b[1] for i, a in enumerate(ends) for b in ends[i + 1 :])
    return total
