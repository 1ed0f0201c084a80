"""All flags of one tender, and the owners of one company, on PostgreSQL: does the size of the register matter?

The tender is one of which everything can be judged (`one_tender`); a new declaration of a bidder is then taken through the
worker. A number of companies may be given for the large register; the goals are those of a million.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time

from flask import Flask
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session, sessionmaker

from register import create_app
from register.actions.raise_flags import FAILED, judged
from register.commands.work import do_one, handlers
from register.config import Config
from register.jurisdictions import load
from register.models.statements import StatementRow
from register.store import kept_owners
from tests.bench.goals import Goals
from tests.bench.one_tender import Kept, keep
from tests.bench.register_at_large import register_of, server
from tests.factories.tenders import NOW

SMALL, LARGE = 10_000, 1_000_000
TIMES, LOOK_UPS = 400, 2_000
LAW = load("kenya_makueni")


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds a question takes: the median, of that the part spent in queries, their number, the processor's own time
    (when other programs run, the clock counts theirs too), and the 99th of a hundred.
    """

    middle: float
    queries: float
    asked: int
    own: float
    worst: float
    worst_own: float


@dataclass(frozen=True, slots=True)
class Touched:
    """A new declaration through the worker: seconds, queries, rows, and pieces of work."""

    seconds: float
    queries: int
    rows: int
    works: int


@dataclass(frozen=True, slots=True)
class Register:
    """What was measured in one register."""

    flags: Times
    owners: Times
    look_up: Times
    touched: Touched


class Clock:
    """Times questions, each in a session of its own, and how much of it the database took."""

    def __init__(self, engine: Engine, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions
        self._in_queries = self._began = 0.0
        self._asked = self._rows = 0
        event.listen(engine, "before_cursor_execute", self._begin)
        event.listen(engine, "after_cursor_execute", self._end)

    def times(self, ask: Callable[[Session, int], object], times: int) -> Times:
        taken, own, queries = [], [], []
        for number in range(times + times // 10):
            with self._sessions() as session:
                # The connection is there before somebody asks.
                session.connection()
                self._in_queries, self._asked = 0.0, 0
                start, busy = perf_counter(), process_time()
                ask(session, number)
                taken.append(1000 * (perf_counter() - start))
                own.append(1000 * (process_time() - busy))
                queries.append(1000 * self._in_queries)
        # The first ones find everything cold.
        taken, own, queries = (each[times // 10 :] for each in (taken, own, queries))
        return Times(
            median(taken),
            median(queries),
            self._asked,
            median(own),
            quantiles(taken, n=100)[98],
            quantiles(own, n=100)[98],
        )

    def touched(self, app: Flask, kept: Kept) -> Touched:
        """A bidder declares anew, and the worker does all that is left by it."""
        doing, works = handlers(app), 0
        with self._sessions() as session:
            kept.tell_anew(session)
            self._asked = self._rows = 0
            session.commit()
        start = perf_counter()
        while do_one(self._sessions, doing):
            works += 1
        return Touched(perf_counter() - start, self._asked, self._rows, works)

    def _begin(self, *_: object) -> None:
        self._began = perf_counter()

    def _end(self, _connection: object, cursor: object, *_: object) -> None:
        self._in_queries += perf_counter() - self._began
        self._asked += 1
        self._rows += max(getattr(cursor, "rowcount", 0), 0)


@contextmanager
def application(engine: Engine, folder: Path) -> Iterator[Flask]:
    """The register on that database, as its servers run it."""
    address = engine.url.render_as_string(hide_password=False)
    app = create_app(Config(data=folder, database_url=address, secure_cookies=False, demo=True))
    yield app
    app.extensions["engine"].dispose()


def measured(address: str, companies: int, folder: Path) -> Register:
    random = Random(7)
    chosen = [f"c{random.randint(1, companies)}" for _ in range(2 * LOOK_UPS)]
    with register_of(address, companies) as engine, application(engine, folder) as app:
        sessions = app.extensions["sessions"]
        with sessions() as session:
            kept = keep(session)
            session.commit()
        while do_one(sessions, handlers(app)):
            pass
        with sessions() as session:
            found = judged(session, kept.ocid, now=NOW, jurisdiction=LAW)
            codes = {each.finding.code for each in found.answers.findings}
            assert {"shared-owner", "long-chain", "one-real-bidder"} <= codes, codes
            assert not [each for each in found.answers.unclear if each.reason == FAILED]
        clock = Clock(app.extensions["engine"], sessions)
        return Register(
            clock.times(lambda each, _: judged(each, kept.ocid, now=NOW, jurisdiction=LAW), TIMES),
            clock.times(lambda each, turn: kept_owners.owners_of_company(each, chosen[turn]), LOOK_UPS),
            clock.times(lambda each, turn: each.scalars(_by_index(chosen[turn])).all(), LOOK_UPS),
            clock.touched(app, kept),
        )


def _by_index(company: str):  # type: ignore[no-untyped-def]  # a query
    return select(StatementRow).where(StatementRow.record_id == company)


def main(companies: int) -> None:
    # As wsgi.py does: what is loaded stays for good.
    gc.freeze()
    gc.set_threshold(5_000, 20, 50)
    with tempfile.TemporaryDirectory() as folder, server() as address:
        small = measured(address, SMALL, Path(folder))
        large = measured(address, companies, Path(folder))
    for many, each in ((SMALL, small), (companies, large)):
        print(
            f"  {many:,} companies: flags {each.flags.middle:.1f} ms, of it {each.flags.asked} queries "
            f"{each.flags.queries:.1f} ms, p99 {each.flags.worst:.1f} ms (own processor time {each.flags.own:.1f} ms, "
            f"p99 {each.flags.worst_own:.1f} ms); owners {each.owners.middle:.2f} ms, p99 {each.owners.worst:.2f} ms; "
            f"one indexed look-up {each.look_up.middle:.2f} ms, p99 {each.look_up.worst:.2f} ms; a new declaration: "
            f"{each.touched.works} pieces of work, {each.touched.queries} queries, {each.touched.rows} rows, "
            f"{each.touched.seconds:.2f} s"
        )
    goals = Goals("one tender")
    goals.at_most("queries of one tender, times those in 10,000 companies", large.flags.queries / small.flags.queries, 1.5)  # fmt: skip
    goals.at_most("p99 of all flags of one tender, milliseconds", large.flags.worst, 50)
    goals.at_most("p99 of one company's owners, times one indexed look-up", large.owners.worst / large.look_up.worst, 3)  # fmt: skip
    goals.at_most("a new declaration through the worker, seconds", large.touched.seconds, 5)
    goals.at_most("rows of a new declaration, times those in 10,000 companies", large.touched.rows / small.touched.rows, 1)  # fmt: skip
    goals.done()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
