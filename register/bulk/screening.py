"""The whole-register screen: closure, bidders with a common owner, and how concentrated what is bought is."""

from register.bulk import questions
from register.bulk.condensing import Columns, condensed
from register.bulk.engine import Engine
from register.bulk.parting import parted

#: Shares are reckoned in binary fractions: this much below a threshold still reaches it.
NEARLY = 1e-9


def close(engine: Engine, shares: Columns, parties: int) -> int:
    """Make the table `closure` (owner, company, low, high): everybody above every company, all chains together.

    Gives how many lines it has; each pair of `shares` is there once. Leaves `mark` for `common_owners`.
    """
    parts = parted(condensed(shares, parties), parties)
    for name, table in parts.tables.items():
        engine.load(name, table)
    levels = range(1, parts.levels + 1)
    for level in levels[1:]:
        engine.make(f"level_{level}", questions.one_level(level))
    straight = questions.below_each_other(levels)
    asked = questions.WITH_CIRCLES.format(straight=straight) if parts.circles else straight
    engine.make("above", asked)
    for each in ("deep", "inner_round", *(f"level_{level}" for level in levels)):
        engine.forget(each)
    lines = engine.make("closure", questions.CLOSURE)
    for each in ("flat", "sole", "several", "above"):
        engine.forget(each)
    return lines


def common_owners(engine: Engine, least: float) -> int:
    """Make the table `pair`: two bidders of one tender and an owner of both; needs `closure`, `mark` and `bid`."""
    engine.make("marked", questions.MARKED)
    engine.make("met", questions.MET)
    engine.forget("marked")
    engine.make("above_met", questions.ABOVE_MET.format(least=least - NEARLY))
    lines = engine.make("pair", questions.PAIRS)
    for each in ("met", "above_met"):
        engine.forget(each)
    return lines


def parts(engine: Engine) -> None:
    """Make the table `part`: what of each award is whose; needs `closure`, `award` and `party`."""
    engine.make("part", questions.PARTS)


def concentration(engine: Engine, least: float) -> tuple[int, int]:
    """Make the tables `won` and `concentration`; needs `part`, `award`, and `closure` as the threshold counts."""
    won = engine.make("won", questions.WON.format(least=least - NEARLY))
    buyers = engine.make("concentration", questions.CONCENTRATION)
    engine.forget("part")
    return won, buyers
