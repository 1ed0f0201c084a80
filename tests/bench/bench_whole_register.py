"""Everybody's owners, and every two bidders with one in common: ours, against networkx ancestors per bidder.

A number of companies may be given; the goals are those of a million.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path

import networkx as nx

from register.bulk import screening
from register.bulk.condensing import Columns
from register.bulk.duck import Duck
from tests.bench.county_at_large import AtLarge, at_large
from tests.bench.goals import Goals

COMPANIES = 1_000_000
#: Every share counts, as every ancestor does.
LEAST = 0.0
#: Every way is tried so often, each time in a new process, and its best run counts: others may use the machine.
TIMES = 3


@dataclass(frozen=True, slots=True)
class Run:
    """One way in a process of its own: seconds by the wall and of CPU, the most memory (MB), and how much it found."""

    seconds: float
    cpu: float
    megabytes: float
    closure: int
    pairs: int


def ours(county: AtLarge, duck: Duck) -> tuple[int, int]:
    """Condense, close, and pair; the bids are loaded already."""
    closure = screening.close(duck, county.shares, county.parties)
    screening.common_owners(duck, LEAST)
    found = duck.columns("SELECT count(DISTINCT (tender, first, second)) AS pairs FROM pair")
    return closure, int(found["pairs"][0])


def ancestors(graph: "nx.DiGraph[int]", tenders: list[list[int]]) -> tuple[int, int]:
    """Each bidder's ancestors once, as a set, and which bidders of a tender have one in common."""
    above = {bidder: nx.ancestors(graph, bidder) for bidder in {each for bids in tenders for each in bids}}
    pairs = sum(
        not above[one].isdisjoint(above[other]) for bids in tenders for one, other in combinations(bids, 2)
    )
    return sum(map(len, above.values())), pairs


def graph_of(shares: Columns) -> "nx.DiGraph[int]":
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from(zip(shares.holder.tolist(), shares.held.tolist(), strict=True))
    graph.add_nodes_from(range(int(shares.held.max()) + 1))
    return graph


def tenders_of(county: AtLarge) -> list[list[int]]:
    bids = zip(county.tender.tolist(), county.bidder.tolist(), strict=True)
    return [[bidder for _, bidder in group] for _, group in groupby(bids, key=lambda each: each[0])]


def measured(way: str, companies: int, memory: str = "") -> Run:
    command = [sys.executable, "-m", "tests.bench.bench_whole_register", way, str(companies), memory]
    answers = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(TIMES)
    ]
    runs = [Run(**json.loads(answer.splitlines()[-1])) for answer in answers]
    return min(runs, key=lambda run: run.seconds)


def one_run(way: str, companies: int, memory: str) -> Run:
    county = at_large(companies, companies // 2)
    if way == "networkx":
        graph, tenders = graph_of(county.shares), tenders_of(county)
        return _timed(lambda: ancestors(graph, tenders))
    with tempfile.TemporaryDirectory() as folder, Duck(memory=memory or None, spill=Path(folder)) as duck:
        duck.load("bid", {"tender": county.tender, "bidder": county.bidder})
        return _timed(lambda: ours(county, duck))


def _timed(work: Callable[[], tuple[int, int]]) -> Run:
    wall, cpu = time.perf_counter(), time.process_time()
    closure, pairs = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Run(wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, closure, pairs)


def main(companies: int) -> None:
    small, whole = measured("ours", companies // 10), measured("ours", companies)
    capped, plain = measured("ours", companies, "300MB"), measured("networkx", companies)
    print(
        f"{companies:,} companies, {companies // 2:,} tenders; seconds by the wall (of CPU), the most memory"
    )
    named = {"a tenth": small, "the whole": whole, "the whole, capped": capped, "networkx, no shares": plain}
    for name, run in named.items():
        print(
            f"  {name}: {run.seconds:.2f} s ({run.cpu:.2f} s), {run.megabytes:.0f} MB; {run.closure:,} lines, {run.pairs:,} pairs"
        )
    goals = Goals("whole register")
    goals.at_least("times as fast as networkx, which gives no shares", plain.seconds / whole.seconds, 15)
    goals.at_least("CPU of networkx, times ours", plain.cpu / whole.cpu, 7)
    goals.at_most("the most memory, MB", whole.megabytes, 1100)
    goals.at_most("DuckDB capped at 300 MB, times as long", capped.seconds / whole.seconds, 5)
    goals.at_most("ten times the companies, times as long", whole.seconds / small.seconds, 12)
    goals.at_most("more or fewer pairs than networkx finds", abs(whole.pairs - plain.pairs), 0)
    goals.done()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        done = one_run(sys.argv[1], int(sys.argv[2]), sys.argv[3])
        print(json.dumps({name: getattr(done, name) for name in Run.__slots__}))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else COMPANIES)
