"""The whole-register screen: closure, bidders with a common owner, and how concentrated what is bought is."""

from register.bulk import questions
from register.bulk.condensing import Columns, condensed
from register.bulk.engine import Engine, Table
from register.bulk.parting import parted

#: Shares are reckoned in binary fractions: this much below a threshold still reaches it.
NEARLY = 1e-9


def close(engine: Engine, shares: Columns, parties: int) -> int:
    """Make the table `closure` (owner, company, low, high): everybody above every company, all chains together.

    Gives how many lines it has; each pair of `shares` is there once. Leaves `head` for `common_owners`.
    """
    told = condensed(shares, parties)
    parts = parted(told, parties)
    for name, columns in parts.tables.items():
        engine.load(name, _table(columns))
    engine.load("inner_round", _table(told.inner))
    engine.load("head", {"party": parts.heads})
    rest = _steps(engine)
    if len(told.inner):
        engine.make("round", questions.WITH_CIRCLES)
        engine.forget(rest)
        rest = "round"
    engine.make("above", questions.ABOVE.format(rest=rest))
    lines = engine.make("closure", questions.CLOSURE)
    for each in (*parts.tables, "inner_round", rest, "above"):
        engine.forget(each)
    return lines


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
    """Make the table `pair`: two bidders of one tender and an owner of both; needs `closure`, `head` and `bid`."""
    engine.make("beneath", questions.BENEATH)
    engine.make("met", questions.MET)
    engine.forget("beneath")
    lines = engine.make("pair", questions.PAIRS.format(least=least - NEARLY))
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
    return {"holder": shares.holder, "held": shares.held, "low": shares.low, "high": shares.high}
