"""All flags of one tender, and the owners of one company, on PostgreSQL: does the size of the register matter?

Of one tender chains alone are known, of the other everything can be judged (`one_tender`): bidders and companies above them
declared, and there are officials, lists and a sister company. A new declaration is then taken through the worker. A number of companies may be given for the large register; the goals are those of a million.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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
from tests.bench.one_tender import Kept, keep, keep_chains
from tests.bench.register_at_large import register_of, server
from tests.factories.tenders import NOW

SMALL, LARGE = 10_000, 1_000_000
TIMES, LOOK_UPS, ROUNDS = 300, 2_000, 20
LAW = load("kenya_makueni")


@dataclass(slots=True)
class Times:
    """Milliseconds that a question took each time: by the clock, in queries, and of this process's own processor time.

    When other programs run, the clock counts theirs too. `asked` are the queries of one question.
    """

    taken: list[float] = field(default_factory=list)
    queries: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    asked: int = 0

    @property
    def worst(self) -> float:
        """The 99th of a hundred."""
        return quantiles(self.taken, n=100)[98]

    @property
    def told(self) -> str:
        return (
            f"{self}; {self.asked} queries, {median(self.queries):.1f} ms; own processor time "
            f"{median(self.own):.1f} ms, p99 {quantiles(self.own, n=100)[98]:.1f} ms"
        )

    def __str__(self) -> str:
        return f"{median(self.taken):.2f} ms, p99 {self.worst:.2f} ms"


@dataclass(frozen=True, slots=True)
class Touched:
    """A new declaration through the worker: seconds, queries, rows, and pieces of work."""

    seconds: float
    queries: int
    rows: int
    works: int


class Clock:
    """Times questions, each in a session of its own, and how much of it the database took."""

    def __init__(self, engine: Engine, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions
        self._in_queries = self._began = 0.0
        self._asked = self._rows = 0
        event.listen(engine, "before_cursor_execute", self._begin)
        event.listen(engine, "after_cursor_execute", self._end)

    def time(self, times: Times, ask: Callable[[Session], object]) -> None:
        with self._sessions() as session:
            # The connection is there before somebody asks.
            session.connection()
            self._in_queries, self._asked = 0.0, 0
            start, busy = perf_counter(), process_time()
            ask(session)
            times.taken.append(1000 * (perf_counter() - start))
            times.own.append(1000 * (process_time() - busy))
            times.queries.append(1000 * self._in_queries)
            times.asked = self._asked

    def touched(self, app: Flask, kept: Kept) -> Touched:
        """A bidder declares anew, and the worker does all that is left by it."""
        doing, works = handlers(app), 0
        with self._sessions() as session:
            kept.tell_anew(session)
            session.commit()
        self._asked = self._rows = 0
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


class Measured:
    """One register, and what was measured in it."""

    def __init__(self, app: Flask, companies: int) -> None:
        self.app, self.companies, self._random = app, companies, Random(7)
        self.flags, self.chains, self.owners, self.look_up = Times(), Times(), Times(), Times()
        sessions = app.extensions["sessions"]
        with sessions() as session:
            self.kept, self.chained = keep(session), keep_chains(session)
            session.commit()
        while do_one(sessions, handlers(app)):
            pass
        with sessions() as session:
            for ocid in (self.kept.ocid, self.chained):
                found = judged(session, ocid, now=NOW, jurisdiction=LAW)
                codes = {each.finding.code for each in found.answers.findings}
                assert {"shared-owner", "long-chain", "one-real-bidder"} <= codes, codes
                assert not [each for each in found.answers.unclear if each.reason == FAILED]
        self.clock = Clock(app.extensions["engine"], sessions)

    def ask(self) -> None:
        """Ask everything a few times more."""
        for _ in range(TIMES // ROUNDS):
            for times, ocid in ((self.flags, self.kept.ocid), (self.chains, self.chained)):
                self.clock.time(
                    times,
                    lambda each, of=ocid: judged(each, of, now=NOW, jurisdiction=LAW),  # type: ignore[misc]
                )
        chosen = [f"c{self._random.randint(1, self.companies)}" for _ in range(LOOK_UPS // ROUNDS)]
        for company in chosen:
            self.clock.time(self.owners, lambda each, of=company: kept_owners.owners_of_company(each, of))  # type: ignore[misc]
        for company in chosen:
            self.clock.time(self.look_up, lambda each, of=company: each.scalars(_by_index(of)).all())  # type: ignore[misc]

    def forget(self) -> None:
        """What came first found everything cold."""
        self.flags, self.chains, self.owners, self.look_up = Times(), Times(), Times(), Times()

    def touch(self) -> Touched:
        return self.clock.touched(self.app, self.kept)


def _by_index(company: str):  # type: ignore[no-untyped-def]  # a query
    return select(StatementRow).where(StatementRow.record_id == company)


def main(companies: int) -> None:
    with ExitStack() as open_ones:
        folder = Path(open_ones.enter_context(tempfile.TemporaryDirectory()))
        address = open_ones.enter_context(server())
        both = []
        for many in (SMALL, companies):
            engine = open_ones.enter_context(register_of(address, many))
            both.append(Measured(open_ones.enter_context(application(engine, folder)), many))
        # As wsgi.py does: what is loaded stays for good.
        gc.freeze()
        gc.set_threshold(5_000, 20, 50)
        # In turns, so that whatever else this machine does weighs on both alike.
        for each in both:
            each.ask()
            each.forget()
        for _ in range(ROUNDS):
            for each in both:
                each.ask()
        small, large = both
        touched = [each.touch() for each in both]
        gc.unfreeze()
    for each, told in zip(both, touched, strict=True):
        print(f"  {each.companies:,} companies")
        print(f"    all flags where chains are known {each.chains.told}")
        print(f"    all flags where all can be judged {each.flags.told}")
        print(f"    owners {each.owners}; one indexed look-up {each.look_up}")
        print(
            f"    a new declaration: {told.works} pieces of work, {told.queries} queries, {told.rows} rows, "
            f"{told.seconds:.2f} s"
        )
    goals = Goals("one tender")
    for what, some, more in (
        ("chains alone", small.chains, large.chains),
        ("everything", small.flags, large.flags),
    ):
        growth = median(more.queries) / median(some.queries)
        goals.at_most(f"queries of a tender, {what}, times those in 10,000 companies", growth, 1.5)
        goals.at_most(f"p99 of all flags of a tender, {what}, milliseconds", more.worst, 50)
    goals.at_most("p99 of one company's owners, times one look-up", large.owners.worst / large.look_up.worst, 3)  # fmt: skip
    goals.at_most("a new declaration through the worker, seconds", touched[1].seconds, 5)
    goals.at_most("rows of a new declaration, times those in 10,000", touched[1].rows / touched[0].rows, 1)
    goals.done()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
