"""Parts shares without cycles by how far up one must go from what is held, so that SQL goes no further than it must."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from register.bulk.condensing import Columns, Condensed, Numbers


@dataclass(frozen=True, slots=True)
class Parted:
    """The tables of shares by name, and `heads`: two who have anybody in common have a head in common.

    `flat` and `base` are shares of those above whose holders nobody is, `sole`, `several` and `deep` of all others.
    Of these, `flat`, `sole` (of one holder) and `several` are of those who hold nothing; `rung` has all shares of
    those who do.
    """

    tables: Mapping[str, Columns]
    heads: Numbers


def parted(told: Condensed, parties: int) -> Parted:
    """Part the shares of so many `parties`."""
    edges = told.edges
    holds = np.bincount(edges.holder, minlength=parties)
    holders = np.bincount(edges.held, minlength=parties)
    in_circle = np.zeros(parties, np.bool_)
    in_circle[told.inner.holder] = True
    holding, held = (holds > 0) | in_circle, (holders > 0) | in_circle

    further = edges.held[held[edges.holder]]
    deep = np.zeros(parties, np.bool_)
    deep[further] = True
    rung = holding[edges.held]
    up = deep[edges.held]
    alone = holders[edges.held] == 1
    tables = {
        "flat": ~rung & ~up,
        "base": rung & ~up,
        "deep": rung & up,
        "rung": rung,
        "sole": ~rung & up & alone,
        "several": ~rung & up & ~alone,
    }
    return Parted(
        {name: edges.where(np.flatnonzero(chosen)) for name, chosen in tables.items()},
        _heads(edges, holds, held, holding, deep),
    )


def _heads(
    edges: Columns,
    holds: NDArray[np.intp],
    held: NDArray[np.bool_],
    holding: NDArray[np.bool_],
    deep: NDArray[np.bool_],
) -> Numbers:
    """The topmost of those below whom two chains part, or a chain goes on below a company that may bid itself.

    Where two bidders have an owner in common, go down from it while one party alone leads to both of them: there
    either two chains part, or one of the two bids itself. Above that party, or there, is a head.
    """
    below = deep.copy()
    below[edges.held[holds[edges.holder] > 1]] = True
    heads = np.where(held, holding & ~below, holds > 1)
    return np.flatnonzero(heads).astype(np.int32)
