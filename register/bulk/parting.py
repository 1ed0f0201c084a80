"""Parts shares without cycles by how far up one must go from what is held, so that SQL goes no further than it must."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from register.bulk.condensing import Columns, Condensed, Numbers
from register.bulk.engine import Table
from register.bulk.marks import marks

Marks = NDArray[np.bool_]
Levels = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Parted:
    """Tables for an engine, the highest level of those who hold others, and whether there are circles.

    `level_1` (owner, company, low, high) and `flat` have those above whose holders nobody is: who hold others, and who
    hold nothing. `deep` has the shares of all deeper ones who hold others, `sole` and `several` of those who hold
    nothing and have one holder or more. `level` of what is held is one more than that of its highest holder;
    `needed` is the deepest level on which something is held by the company. `inner_round` is as `Condensed` has it.
    `mark` (company, mark) is as `marks` has them, of those that have any.
    """

    tables: Mapping[str, Table]
    levels: int
    circles: bool


def parted(told: Condensed, parties: int) -> Parted:
    """Part the shares of so many `parties`."""
    edges = told.edges
    holds = np.bincount(edges.holder, minlength=parties)
    holders = np.bincount(edges.held, minlength=parties)
    in_circle = np.zeros(parties, np.bool_)
    in_circle[told.inner.holder] = True
    holding, held, many, only = (holds > 0) | in_circle, (holders > 0) | in_circle, holds > 1, holders == 1
    deep = np.zeros(parties, np.bool_)
    deep[edges.held[np.flatnonzero(held[edges.holder])]] = True

    holds_others, up = holding[edges.held], deep[edges.held]
    flat, first = edges.where(~(holds_others | up)), edges.where(holds_others & ~up)
    level, further = _levels(edges.where(holds_others & up), deep & holding)
    leaf, alone = up & ~holds_others, only[edges.held]
    sole, several = edges.where(leaf & alone), edges.where(leaf & ~alone)
    needed = np.zeros(parties, np.int16)
    np.maximum.at(needed, further.holder, level[further.held])
    heads = _heads(edges, np.where(held, holding, many), many, held, deep)
    one_up: Table = {"owner": first.holder, "company": first.held, "low": first.low, "high": first.high}
    tables: dict[str, Table] = {
        "flat": _table(flat),
        "level_1": {**one_up, "needed": needed[first.held]},
        "deep": {**_table(further), "level": level[further.held], "needed": needed[further.held]},
        "sole": _table(sole),
        "several": _table(several),
        "inner_round": _table(told.inner),
        "mark": _marked((flat, first, *_apart(further, level), sole, several), heads, told.inner, parties),
    }
    return Parted(tables, int(level.max(initial=1)), len(told.inner) > 0)


def _apart(shares: Columns, level: Levels) -> Iterator[Columns]:
    """Shares that are in the order of levels, level by level."""
    levels = level[shares.held]
    for each in range(2, int(level.max(initial=1)) + 1):
        begin, end = np.searchsorted(levels, (each, each + 1))
        yield shares.where(slice(begin, end))


def _marked(shares: Iterable[Columns], heads: Numbers, inner: Columns, parties: int) -> Table:
    mark = marks(heads, shares, inner, parties)
    company = np.flatnonzero(mark)
    return {"company": company.astype(np.int32), "mark": mark[company]}


def _levels(shares: Columns, whose: Marks) -> tuple[Levels, Columns]:
    """The level of each marked party, and the shares, all that there are of them, in the order of levels.

    It is one more than that of the party's highest holder; all others are on level 1.
    """
    level = np.ones(len(whose), np.int16)
    waiting = whose.copy()
    parties, holder, held = np.flatnonzero(whose), shares.holder, shares.held
    below = np.zeros(len(whose), np.bool_)
    reached = 1
    while len(parties):
        reached += 1
        bound = np.flatnonzero(waiting[holder])
        holder, held = holder[bound], held[bound]
        below[parties] = False
        below[held] = True
        now = ~below[parties]
        level[parties[now]] = reached
        waiting[parties[now]] = False
        parties = parties[~now]
    return level, shares.where(np.argsort(level[shares.held], kind="stable"))


def _heads(edges: Columns, may_be: Marks, many: Marks, held: Marks, deep: Marks) -> Numbers:
    """Give parties of which two who have anybody in common have one in common, or one is that of the other.

    They are the topmost of those below whom two chains part, or a chain goes on below a company that may bid itself.

    Where two bidders have an owner in common, go down from it while one party alone leads to both of them: there
    either two chains part, or one of the two bids itself. Above that party, or there, is a head.
    """
    below = deep.copy()
    below[edges.held[np.flatnonzero(many[edges.holder])]] = True
    return np.flatnonzero(may_be & ~(below & held)).astype(np.int32)


def _table(shares: Columns) -> Table:
    return {"holder": shares.holder, "held": shares.held, "low": shares.low, "high": shares.high}
