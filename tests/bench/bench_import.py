"""Import of contracts: ours, kept and audited, against orjson and ocdsmerge alone on the same file.

Each way opens the file anew and goes through it; the register is cold, with its tables made beforehand. The second run
over the same file, which finds nothing new, is told beside. Memory is measured in processes of their own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

import orjson
from ocdsmerge import Merger
from sqlalchemy import Engine, text

from register.commands.running.importing import Import
from register.example.county import county
from register.jurisdictions import load
from register.ocds.schema import RELEASE
from register.store import imports, schema
from register.store.engine import open_engine, session_factory
from register.store.imports import Way
from register.store.vault import Vault, new_key
from tests.bench.goals import Goals, peak_megabytes
from tests.bench.register_at_large import server
from tests.databases import administer, at

Clock = Callable[[], float]
Opened = Callable[[], AbstractContextManager[tuple[Engine, Clock]]]
COUNTIES, DIFFERENT = 40, 10
#: The largest file is so many times the usual one, where memory is looked at.
LARGER = 4
NAME = "umiliki_bench_import"
LAW = load("kenya_makueni")
VAULT = Vault(new_key(), new_key(), new_key())


def write_file(path: Path, counties: int = COUNTIES) -> int:
    """The releases of so many invented counties as JSON Lines; say how many."""
    made = [county(date(2026, 3, 9), seed).releases["releases"] for seed in range(DIFFERENT)]
    written = 0
    with path.open("wb") as file:
        for number in range(counties):
            for release in made[number % DIFFERENT]:
                told = {**release, "ocid": f"{release['ocid']}-{number}"}
                file.write(orjson.dumps(told) + b"\n")
                written += 1
    return written


def bare(path: Path) -> None:
    grouped: dict[str, list[dict[str, object]]] = {}
    with path.open("rb") as file:
        for line in file:
            release = orjson.loads(line)
            grouped.setdefault(release["ocid"], []).append(release)
    merger = Merger(dict(RELEASE))
    for releases in grouped.values():
        merger.create_compiled_release(releases)


def ours(engine: Engine, path: Path) -> None:
    """A whole run, as the command makes it, with its line in the log of imports."""
    with session_factory(engine, VAULT)() as session:
        now = datetime.now(UTC)
        run_id = imports.begin(session, Way.COMMAND, path.name, by=None, now=now)
        session.commit()
        run = Import(session, LAW, now, run_id)
        with path.open("rb") as stream:
            run.read(stream, path.name)
        run.end()
        assert not run.faults


@contextmanager
def on_sqlite(folder: Path) -> Iterator[tuple[Engine, Clock]]:
    (folder / "bench.db").unlink(missing_ok=True)
    engine = open_engine(f"sqlite:///{folder}/bench.db")
    schema.upgrade(engine)
    yield engine, process_time
    engine.dispose()


@contextmanager
def on_postgres(address: str) -> Iterator[tuple[Engine, Clock]]:
    administer(address, f'DROP DATABASE IF EXISTS "{NAME}"', f'CREATE DATABASE "{NAME}"')
    engine = open_engine(at(address, NAME))
    schema.upgrade(engine)
    yield engine, clock_of_both(engine)
    engine.dispose()
    administer(address, f'DROP DATABASE "{NAME}"')


def clock_of_both(engine: Engine) -> Clock:
    """CPU of this process and of the server's that serves it; the clock on the wall where that is another machine."""
    with engine.connect() as connection:
        told = Path(f"/proc/{connection.scalar(text('SELECT pg_backend_pid()'))}/stat")
    if not told.exists():
        return perf_counter

    def clock() -> float:
        user, system = told.read_text().rpartition(")")[2].split()[11:13]
        return process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    return clock


def timed(work: Callable[[], object], clock: Clock) -> float:
    start = clock()
    work()
    return clock() - start


def compare(goals: Goals, name: str, opened: Opened, path: Path) -> None:
    """Cold and again, beside the bare way, in turns: the best of three of each."""
    runs = []
    for _ in range(3):
        with opened() as (engine, clock):
            alone = timed(partial(bare, path), clock)
            cold = timed(partial(ours, engine, path), clock)
            again = timed(partial(ours, engine, path), clock)
        runs.append((alone, cold, again))
    alone, cold, again = (min(each) for each in zip(*runs, strict=True))
    print(f"  {name}: alone {alone:.3f} s; ours {cold:.3f} s, the same file again {again:.3f} s")
    goals.at_most(f"{name}, times the time of parsing and merging alone", cold / alone, 2)
    goals.at_most(f"{name}, the same again, times that time", again / alone, 1)


def memory(path: Path) -> float:
    """The most memory of one import in a process of its own, in MB."""
    command = [sys.executable, "-m", "tests.bench.bench_import", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    goals = Goals("import of contracts")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path, larger = folder / "some.jsonl", folder / "more.jsonl"
        written = write_file(path)
        print(f"{written} releases, {path.stat().st_size / 1e6:.1f} MB")
        compare(goals, "SQLite", partial(on_sqlite, folder), path)
        with server() as address:
            compare(goals, "PostgreSQL", partial(on_postgres, address), path)
        write_file(larger, LARGER * COUNTIES)
        once, often = memory(path), memory(larger)
        print(f"  peak {once:.0f} MB; with a file {LARGER} times as large {often:.0f} MB")
        goals.at_most(f"memory for a file {LARGER} times as large", often / once, 1.1)
    goals.done()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as beside, on_sqlite(Path(beside)) as (opened, _):
            ours(opened, Path(sys.argv[1]))
        print(peak_megabytes())
    else:
        main()
