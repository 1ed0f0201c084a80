"""The whole-register screen: closure, bidders with a common owner, and how concentrated what is bought is."""

import numpy as np

from register.bulk import questions
from register.bulk.condensing import Columns, Condensed, condensed
from register.bulk.engine import Engine, Table

#: Shares are reckoned in binary fractions: this much below a threshold still reaches it.
NEARLY = 1e-9


def close(engine: Engine, shares: Columns, parties: int) -> int:
    """Make the table `closure` (owner, company, low, high): everybody above every company, all chains together."""
    flat = condensed(shares, parties)
    engine.load("edge", _table(flat.edges))
    return closed(engine, flat)


def closed(engine: Engine, flat: Condensed) -> int:
    """The same of shares without cycles that are loaded already."""
    steps = ["step_1"]
    found = engine.make(steps[-1], questions.FIRST_STEP)
    while found:
        before = steps[-1]
        steps.append(f"step_{len(steps) + 1}")
        found = engine.make(steps[-1], questions.STEP.format(before=before))
    name = "straight" if len(flat.inner) else "closure"
    lines = engine.make(name, questions.ALL_STEPS.format(steps=questions.below_each_other(steps)))
    for each in steps:
        engine.forget(each)
    if len(flat.inner):
        engine.load("inner_round", _table(flat.inner))
        lines = engine.make("closure", questions.WITH_CIRCLES)
        engine.forget("straight")
    return lines


def common_owners(engine: Engine, least: float) -> int:
    """Make the table `pair`: two bidders of one tender and an owner of both; needs `closure` and `bid`."""
    engine.make("behind", questions.BEHIND.format(least=least - NEARLY))
    lines = engine.make("pair", questions.PAIRS)
    engine.forget("behind")
    return lines


def concentration(engine: Engine, least: float) -> tuple[int, int]:
    """Make the tables `won` and `concentration`; needs `closure`, `award` and `party`."""
    engine.make("part", questions.PARTS)
    won = engine.make("won", questions.WON.format(least=least - NEARLY))
    buyers = engine.make("concentration", questions.CONCENTRATION)
    engine.forget("part")
    return won, buyers


def _table(shares: Columns) -> Table:
    return {
        "holder": shares.holder.astype(np.int32, copy=False),
        "held": shares.held.astype(np.int32, copy=False),
        "low": shares.low,
        "high": shares.high,
    }
