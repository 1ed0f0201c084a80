"""All flags of one tender, and the owners of one company, on PostgreSQL: does the size of the register matter?

A number of companies may be given for the large register; the goals are those of a million.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session, sessionmaker

from register.actions.raise_flags import judged
from register.jurisdictions import load
from register.models.statements import StatementRow
from register.store import kept_owners
from register.store.engine import session_factory
from register.store.vault import open_vault
from tests.bench.goals import Goals
from tests.bench.register_at_large import register_of, server
from tests.factories.tenders import NOW, keep_owners, keep_tender

SMALL, LARGE = 10_000, 1_000_000
BIDDERS = tuple(f"bidder{number}" for number in range(6))
DEPTH = 6
TIMES, LOOK_UPS = 200, 2_000


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds a question takes: the median, of that the part spent in queries, and the 99th of a hundred."""

    middle: float
    queries: float
    worst: float


@dataclass(frozen=True, slots=True)
class Register:
    """What was measured in one register."""

    flags: Times
    owners: Times
    look_up: Times


def story(session: Session) -> str:
    """Keep one tender: six bidders, six steps below their owners, two of them in one hand."""
    for number, bidder in enumerate(BIDDERS):
        chain = [bidder, *(f"{bidder}over{step}" for step in range(1, DEPTH)), f"Owner {max(number, 1)}"]
        keep_owners(session, *((above, below, 90) for below, above in pairwise(chain)))
    return keep_tender(session, bids={"roof": BIDDERS})


class Clock:
    """Times questions, each in a session of its own, and how much of it the database took."""

    def __init__(self, engine: Engine, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions
        self._in_queries = self._began = 0.0
        event.listen(engine, "before_cursor_execute", self._begin)
        event.listen(engine, "after_cursor_execute", self._end)

    def times(self, ask: Callable[[Session, int], object], times: int) -> Times:
        taken, queries = [], []
        for number in range(times + times // 10):
            with self._sessions() as session:
                # The connection is there before somebody asks.
                session.connection()
                self._in_queries, start = 0.0, perf_counter()
                ask(session, number)
                taken.append(1000 * (perf_counter() - start))
                queries.append(1000 * self._in_queries)
        # The first ones find everything cold.
        taken, queries = taken[times // 10 :], queries[times // 10 :]
        return Times(median(taken), median(queries), quantiles(taken, n=100)[98])

    def _begin(self, *_: object) -> None:
        self._began = perf_counter()

    def _end(self, *_: object) -> None:
        self._in_queries += perf_counter() - self._began


def measured(address: str, companies: int, sessions: Callable[[Engine], sessionmaker[Session]]) -> Register:
    law, random = load("kenya_makueni"), Random(7)
    chosen = [f"c{random.randint(1, companies)}" for _ in range(2 * LOOK_UPS)]
    with register_of(address, companies) as engine:
        with sessions(engine)() as session:
            ocid = story(session)
            session.commit()
            found = judged(session, ocid, now=NOW, jurisdiction=law)
            codes = {each.finding.code for each in found.answers.findings}
            assert {"shared-owner", "long-chain"} <= codes, codes
            (some,) = session.scalars(select(StatementRow.statement_id).where(StatementRow.id == 1))
        assert some
        clock = Clock(engine, sessions(engine))
        return Register(
            clock.times(lambda each, _: judged(each, ocid, now=NOW, jurisdiction=law), TIMES),
            clock.times(lambda each, turn: kept_owners.owners_of_company(each, chosen[turn]), LOOK_UPS),
            clock.times(lambda each, turn: each.scalars(_by_index(chosen[turn])).all(), LOOK_UPS),
        )


def _by_index(company: str):  # type: ignore[no-untyped-def]  # a query
    return select(StatementRow).where(StatementRow.record_id == company)


def main(companies: int) -> None:
    with tempfile.TemporaryDirectory() as folder, server() as address:
        vault = open_vault(Path(folder) / "keys.json", create=True)
        small = measured(address, SMALL, lambda engine: session_factory(engine, vault))
        large = measured(address, companies, lambda engine: session_factory(engine, vault))
    for many, each in ((SMALL, small), (companies, large)):
        print(
            f"  {many:,} companies: flags {each.flags.middle:.1f} ms, of it queries {each.flags.queries:.1f} ms, "
            f"p99 {each.flags.worst:.1f} ms; owners {each.owners.middle:.2f} ms, p99 {each.owners.worst:.2f} ms; "
            f"one indexed look-up {each.look_up.middle:.2f} ms, p99 {each.look_up.worst:.2f} ms"
        )
    goals = Goals("one tender")
    goals.at_most("queries of one tender, times those in 10,000 companies", large.flags.queries / small.flags.queries, 1.5)  # fmt: skip
    goals.at_most("p99 of all flags of one tender, milliseconds", large.flags.worst, 50)
    goals.at_most("p99 of one company's owners, times one indexed look-up", large.owners.worst / large.look_up.worst, 3)  # fmt: skip
    goals.done()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
