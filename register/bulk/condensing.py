"""Solves cycles of ownership before any SQL runs: within each strong component the sums are inverted once.

Everything is columns of numbers: there is no Python object per company or share.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

Numbers = NDArray[np.int32]
Parts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Direct shares, one place in each column a share: who holds, what is held, between which fractions (0 to 1).

    Parties are numbered from 0.
    """

    holder: Numbers
    held: Numbers
    low: Parts
    high: Parts

    def __len__(self) -> int:
        return len(self.holder)

    def where(self, chosen: NDArray[np.bool_] | NDArray[np.intp] | slice) -> "Columns":
        """Give those that are marked, or those in these places."""
        if (
            not isinstance(chosen, slice) and chosen.dtype == np.bool_
        ):  # to look for the places once is quicker than four times
            chosen = np.flatnonzero(chosen)
        return Columns(self.holder[chosen], self.held[chosen], self.low[chosen], self.high[chosen])

    def beside(self, other: "Columns") -> "Columns":
        """Give both, these first."""
        return Columns(
            np.concatenate([self.holder, other.holder]),
            np.concatenate([self.held, other.held]),
            np.concatenate([self.low, other.low]),
            np.concatenate([self.high, other.high]),
        )


@dataclass(frozen=True, slots=True)
class Condensed:
    """Shares without cycles, and for members of a cycle what of each other comes to them the first time round.

    Following `edges` upwards gives all that arrives at a party from below, rounds and all, wherever it leaves a cycle.
    `inner` has (i, j): of what arrives at j, the part that comes to i; 1 for i itself.
    """

    edges: Columns
    inner: Columns


#: Where a round leaves more than this much, what is left is looked through as a whole.
_WORTH_PEELING = 0.9

NOTHING = Columns(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0), np.empty(0))


@dataclass(frozen=True, slots=True)
class _Circles:
    """Members of all circles, circle by circle, and their solved sums: `low[start + a * size + b]` is the row of a circle."""

    members: Numbers
    #: By member, in the order of `members`: the size of its circle, its first member's place, its place among them.
    size: NDArray[np.int64]
    first: NDArray[np.int64]
    spot: NDArray[np.int64]
    #: Where the square of each member's circle begins.
    square: NDArray[np.int64]
    low: Parts
    high: Parts


def condensed(shares: Columns, parties: int) -> Condensed:
    """Rewrite the shares of so many `parties` so that following them never goes in circles and gives exact sums.

    Each pair is there once; shares of nothing are left out. A circle in which more than the whole goes round has no
    solution: what enters it directly counts, one round.
    """
    if not (shares.high > 0).all():
        shares = shares.where(shares.high > 0)
    core = _core(shares, parties)
    if not len(core):
        return Condensed(shares, NOTHING)
    nodes, near = _renumbered(shares.where(core))
    label = _components(near, len(nodes))
    inside = label[near.holder] == label[near.held]
    if not inside.any():
        return Condensed(shares, NOTHING)
    circles = _solved(near.where(inside), label, nodes)
    place = np.full(parties, -1, np.int32)
    place[circles.members] = np.arange(len(circles.members), dtype=np.int32)

    entered = place[shares.held] >= 0
    outside = entered.copy()
    outside[core[inside]] = False
    entering = _entering(shares.where(outside), place, circles)
    return Condensed(shares.where(~entered).beside(entering), _first_time(circles))


def added_up(shares: Columns) -> Columns:
    """Each pair once, and none that comes to nothing."""
    if not len(shares):
        return NOTHING
    pair = (shares.holder.astype(np.int64) << 32) | shares.held
    once, back = np.unique(pair, return_inverse=True)
    low, high = (np.bincount(back, each, len(once)).astype(np.float64) for each in (shares.low, shares.high))
    holder, held = (once >> 32).astype(np.int32), (once & 0x7FFFFFFF).astype(np.int32)
    return Columns(holder, held, low, high).where(high > 0)


def _core(shares: Columns, parties: int) -> NDArray[np.intp]:
    """Where the shares are that may be part of a circle: again and again without who is not held, and what holds nothing.

    What is left may lie between two circles as well.
    """
    left = np.arange(len(shares))
    holder, held = shares.holder, shares.held
    while True:
        holds, is_held = np.zeros(parties, np.bool_), np.zeros(parties, np.bool_)
        holds[holder] = True
        is_held[held] = True
        staying = np.flatnonzero(is_held[holder] & holds[held])
        few = len(staying) > len(left) * _WORTH_PEELING
        left, holder, held = left[staying], holder[staying], held[staying]
        if few or not len(left):
            return left


def _renumbered(shares: Columns) -> tuple[Numbers, Columns]:
    """Give the parties of a few shares, and the shares with the places of these in the place of their numbers."""
    nodes, back = np.unique(np.concatenate([shares.holder, shares.held]), return_inverse=True)
    holder, held = back[: len(shares)].astype(np.int32), back[len(shares) :].astype(np.int32)
    return nodes, Columns(holder, held, shares.low, shares.high)


def _components(shares: Columns, parties: int) -> Numbers:
    ones = np.ones(len(shares), np.int8)
    matrix = csr_matrix((ones, (shares.holder, shares.held)), shape=(parties, parties))
    label: Numbers = connected_components(matrix, directed=True, connection="strong")[1]
    return label


def _solved(inside: Columns, label: Numbers, nodes: Numbers) -> _Circles:
    """`inside` and `label` are by the places of parties in `nodes`."""
    members = np.unique(np.concatenate([inside.holder, inside.held])).astype(np.int32)
    members = members[np.argsort(label[members], kind="stable")]
    _, first_of, back, count = np.unique(
        label[members], return_index=True, return_inverse=True, return_counts=True
    )
    first, size = first_of[back], count[back]
    squares = np.concatenate([[0], np.cumsum(count.astype(np.int64) ** 2)])
    circles = _Circles(
        nodes[members],
        size=size,
        first=first,
        spot=np.arange(len(members)) - first,
        square=squares[:-1][back],
        low=np.zeros(squares[-1]),
        high=np.zeros(squares[-1]),
    )
    place = np.zeros(len(label), np.int64)
    place[members] = np.arange(len(members))
    a, b = place[inside.holder], place[inside.held]
    where = circles.square[a] + circles.spot[a] * size[a] + circles.spot[b]
    np.add.at(circles.low, where, inside.low)
    np.add.at(circles.high, where, inside.high)
    for each in np.unique(count):
        starts = squares[:-1][count == each]
        for sums in (circles.low, circles.high):
            _solve_all(sums, starts, int(each))
    return circles


def _solve_all(sums: Parts, starts: NDArray[np.int64], size: int) -> None:
    """Put in the place of each square of direct shares what comes round in all, squares of one size at once."""
    where = starts[:, None] + np.arange(size * size)
    steps = sums[where].reshape(len(starts), size, size)
    whole = np.eye(size)
    try:
        solved = np.linalg.inv(whole - steps)
    except np.linalg.LinAlgError:
        solved = np.stack([_solve(each) for each in steps])
    # Where more than the whole goes round, an inverse, if there is one, has amounts below nothing.
    sound = (solved > -1e-9).all(axis=(1, 2)) & (solved < 1e9).all(axis=(1, 2))
    solved[~sound] = whole + steps[~sound]
    sums[where] = np.maximum(solved, 0).reshape(len(starts), size * size)


def _solve(step: Parts) -> Parts:
    try:
        return np.asarray(np.linalg.inv(np.eye(len(step)) - step))
    except np.linalg.LinAlgError:
        return np.asarray(np.eye(len(step)) + step)


def _entering(outside: Columns, place: Numbers, circles: _Circles) -> Columns:
    """What is held of one member is held, by the rounds, of all."""
    if not len(outside):
        return NOTHING
    at = place[outside.held]
    size = circles.size[at]
    share = np.repeat(np.arange(len(outside)), size)
    spot = np.arange(len(share)) - np.repeat(np.cumsum(size) - size, size)
    at = at[share]
    square = circles.square[at] + circles.spot[at] * circles.size[at] + spot
    return added_up(
        Columns(
            outside.holder[share],
            circles.members[circles.first[at] + spot],
            outside.low[share] * circles.low[square],
            outside.high[share] * circles.high[square],
        )
    )


def _first_time(circles: _Circles) -> Columns:
    size = circles.size
    one = np.repeat(np.arange(len(circles.members)), size)
    spot = np.arange(len(one)) - np.repeat(np.cumsum(size) - size, size)
    row = circles.square[one] + circles.spot[one] * size[one]
    own = row + circles.spot[one]
    return Columns(
        circles.members[one],
        circles.members[circles.first[one] + spot],
        circles.low[row + spot] / circles.low[own],
        circles.high[row + spot] / circles.high[own],
    ).where(circles.high[row + spot] > 0)
