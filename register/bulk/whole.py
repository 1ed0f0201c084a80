"""Everything that is told, screened at once: from lines to findings, on whichever engine."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from register.bulk import preparing, screening
from register.bulk.condensing import Columns
from register.bulk.engine import Engine

#: The files of findings, and the query behind each; `{least}` is the threshold as a fraction.
FINDINGS: Mapping[str, str] = {
    "common_owners": preparing.COMMON_OWNERS,
    "owners_who_won": preparing.OWNERS_WHO_WON,
    "buyers": preparing.BUYERS,
}


@dataclass(frozen=True, slots=True)
class Screened:
    """How much there was: parties after those with one number were joined, direct and worked-out shares, findings."""

    parties: int
    shares: int
    closure: int
    tenders: int
    pairs: int
    owners_who_won: int
    buyers: int


def screen(engine: Engine, threshold: float) -> Screened:
    """Screen what was told (see `telling`); `threshold` in percent is what makes an owner."""
    parties = _parties(engine)
    shares, closure = _close(engine, parties)
    engine.make("named", preparing.NAMED)
    engine.make("party", preparing.PARTY)
    for what in ("bid", "award"):
        engine.make(f"last_{what}", preparing.LAST.format(what=what))
    tenders = engine.make("tender", preparing.TENDER)
    engine.make("bid", preparing.BID)
    engine.make("joint", preparing.JOINT)
    engine.make("award", preparing.AWARD)
    screening.parts(engine)
    _count_together(engine, parties)
    screening.common_owners(engine, threshold / 100)
    pairs = engine.make("apart", preparing.APART)
    won, buyers = screening.concentration(engine, threshold / 100)
    return Screened(parties, shares, closure, tenders, pairs, won, buyers)


def findings(threshold: float) -> Mapping[str, str]:
    """The query of each file of findings, by its name."""
    least = threshold / 100 - screening.NEARLY
    return {name: query.format(least=least) for name, query in FINDINGS.items()}


def _parties(engine: Engine) -> int:
    """Make `same`: which party each record and each number is; what shares a number is one."""
    engine.make("standing", preparing.STANDING)
    engine.make("held", preparing.HELD)
    nodes = engine.make("node", preparing.NODE)
    links = engine.columns(preparing.LINKS)
    ones = np.ones(len(links["one"]), np.int8)
    matrix = csr_matrix((ones, (links["one"], links["other"])), shape=(nodes, nodes))
    parties, party = connected_components(matrix, directed=False)
    engine.load("component", {"id": np.arange(nodes, dtype=np.int32), "party": party.astype(np.int32)})
    engine.make(
        "same", "SELECT node.label, component.party FROM node JOIN component ON component.id = node.id"
    )
    for each in ("node", "component"):
        engine.forget(each)
    return int(parties)


def _close(engine: Engine, parties: int) -> tuple[int, int]:
    """Make `share` and `closure`; what is held through others counts where no chain tells it already."""
    shares = engine.make("share", preparing.SHARES.format(which="NOT held.far"))
    lines = screening.close(engine, _columns(engine, "share"), parties)
    if engine.make("far", preparing.SHARES.format(which="held.far")):
        engine.make("untold", preparing.UNTOLD)
        shares = engine.make("all_shares", "SELECT * FROM share UNION ALL SELECT * FROM untold")
        engine.make("share", "SELECT * FROM all_shares")
        lines = screening.close(engine, _columns(engine, "share"), parties)
    return shares, lines


def _count_together(engine: Engine, parties: int) -> None:
    """Make `closure` as the law's threshold counts, where anything is held jointly; nobody's part is more for that."""
    if engine.make("joint_party", "SELECT party FROM named WHERE joint"):
        engine.make("counted", preparing.COUNTED)
        screening.close(engine, _columns(engine, "counted"), parties)
        engine.forget("counted")


def _columns(engine: Engine, table: str) -> Columns:
    told = engine.columns(f"SELECT holder, held, low, high FROM {table}")  # noqa: S608  # nosec B608 (our own names)
    return Columns(told["holder"], told["held"], told["low"], told["high"])
