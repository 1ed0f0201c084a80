"""Solves cycles of ownership before any SQL runs: within each strong component the sums are inverted once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True, slots=True)
class Edge:
    """One holder's direct share of one body, as fractions of the whole (0 to 1)."""

    holder: str
    held: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Condensed:
    """Edges without cycles, and for members of a cycle how much of each other they hold all rounds together.

    `inner` has (i, j, low, high): the fraction of j that comes round to i, one and more for i itself.
    """

    edges: tuple[Edge, ...]
    inner: tuple[Edge, ...]


def condensed(edges: Sequence[Edge]) -> Condensed:
    """Rewrite the edges so that following them never goes in circles and still gives exact sums.

    A body that owns all of itself has no solution: its block is left with the shares as declared, one round.
    """
    names = sorted({name for edge in edges for name in (edge.holder, edge.held)})
    if not names:
        return Condensed((), ())
    number = {name: place for place, name in enumerate(names)}
    holders = [number[edge.holder] for edge in edges]
    held = [number[edge.held] for edge in edges]
    matrix = csr_matrix((np.ones(len(edges)), (holders, held)), shape=(len(names), len(names)))
    _, label = connected_components(matrix, directed=True, connection="strong")
    sizes = np.bincount(label)
    blocks = {int(block): np.flatnonzero(label == block).tolist() for block in np.flatnonzero(sizes > 1)}
    loops = {number[edge.held] for edge in edges if edge.holder == edge.held}
    for place in loops:
        blocks.setdefault(int(label[place]), [place])

    inner: list[Edge] = []
    rounds: dict[int, list[tuple[int, float, float]]] = {}
    for members in blocks.values():
        for i, j, low, high in _solved(members, edges, number):
            inner.append(Edge(names[i], names[j], low, high))
            rounds.setdefault(i, []).append((j, low, high))

    outer: list[Edge] = []
    for edge, holder, body in zip(edges, holders, held, strict=True):
        if label[holder] == label[body]:
            continue
        for end, low, high in rounds.get(body, [(body, 1.0, 1.0)]):
            outer.append(Edge(edge.holder, names[end], edge.low * low, edge.high * high))
    return Condensed(tuple(outer), tuple(inner))


def _solved(
    members: Sequence[int], edges: Sequence[Edge], number: dict[str, int]
) -> list[tuple[int, int, float, float]]:
    place = {member: spot for spot, member in enumerate(members)}
    low, high = (np.zeros((len(members), len(members))) for _ in range(2))
    for edge in edges:
        holder, held = number[edge.holder], number[edge.held]
        if holder in place and held in place:
            low[place[holder], place[held]] += edge.low
            high[place[holder], place[held]] += edge.high
    sums = [_all_rounds(low), _all_rounds(high)]
    return [
        (i, j, float(sums[0][place[i], place[j]]), float(sums[1][place[i], place[j]]))
        for i in members
        for j in members
        if sums[1][place[i], place[j]] > 0
    ]


def _all_rounds(step: np.ndarray) -> np.ndarray:
    whole = np.eye(len(step))
    if max(abs(np.linalg.eigvals(step)), default=0.0) >= 1.0 - 1e-12:
        return np.asarray(whole + step)
    return np.asarray(np.linalg.inv(whole - step))
