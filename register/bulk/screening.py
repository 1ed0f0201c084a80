"""The whole-register screen: closure, bidders with a common owner, and how concentrated what is bought is."""

import numpy as np

from register.bulk import questions
from register.bulk.condensing import Columns, Condensed, condensed
from register.bulk.engine import Engine, Table

#: Shares are reckoned in binary fractions: this much below a threshold still reaches it.
NEARLY = 1e-9


def close(engine: Engine, shares: Columns, parties: int) -> int:
    """Make the table `closure` (owner, company, low, high): everybody above every company, all chains together.

    Gives how many lines it has; each pair of `shares` is there once.
    """
    told = condensed(shares, parties)
    _load(engine, told, parties)
    rest = _steps(engine)
    if len(told.inner):
        engine.make("round", questions.WITH_CIRCLES)
        engine.forget(rest)
        rest = "round"
    lines = engine.make("closure", questions.CLOSURE.format(rest=rest))
    for each in ("flat", "deep", "rung", "inner_round", rest):
        engine.forget(each)
    return lines


def _load(engine: Engine, told: Condensed, parties: int) -> None:
    """Part the shares: `flat` are those of companies above whose holders nobody is, `rung` those of holders."""
    edges = told.edges
    holding, held, deep = (np.zeros(parties, bool) for _ in range(3))
    holding[edges.holder] = True
    held[edges.held] = True
    held[told.inner.holder] = True
    deep[edges.held[held[edges.holder]]] = True
    deep[told.inner.held] = True
    engine.load("flat", _table(edges.where(~deep[edges.held])))
    engine.load("deep", _table(edges.where(deep[edges.held])))
    engine.load("rung", _table(edges.where(holding[edges.held])))
    engine.load("inner_round", _table(told.inner))


def _steps(engine: Engine) -> str:
    """Go up from company to company to the end; gives the name of the table where all steps are together."""
    steps = ["step_1"]
    found = engine.make(steps[-1], questions.FIRST_STEP)
    while found:
        before = steps[-1]
        steps.append(f"step_{len(steps) + 1}")
        found = engine.make(steps[-1], questions.STEP.format(before=before))
    engine.make("straight", questions.ALL_STEPS.format(steps=questions.below_each_other(steps)))
    for each in steps:
        engine.forget(each)
    return "straight"


def common_owners(engine: Engine, least: float) -> int:
    """Make the table `pair`: two bidders of one tender and an owner of both; needs `closure` and `bid`."""
    engine.make("behind", questions.BEHIND.format(least=least - NEARLY))
    engine.make("met", questions.MET)
    engine.forget("behind")
    lines = engine.make("pair", questions.PAIRS)
    engine.forget("met")
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
