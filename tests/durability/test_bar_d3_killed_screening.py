"""`flask screen-all` is killed while it writes findings: nothing stands where they are looked for, and the next run is whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from register.bulk.spark import java_found
from register.bulk.whole import FINDINGS
from tests.durability.processes import PATIENCE, ROOT, Place
from tests.factories.pictures import Hold
from tests.factories.whole import contracts_file, owners_file, tender

ENGINES = ("duckdb", "spark") if os.environ.get("BARS") == "full" else ("duckdb",)
#: Where this is set, the planted register writes findings straight to the place where they are looked for.
CARELESS = "CARELESS"
HOLDS = [Hold("Ana", "alfa", 60), Hold("Ana", "beta", 80)]
ROOF = tender("roof", ("alfa", "beta"), won="beta", worth="1000000.00")


@pytest.fixture
def place(tmp_path: Path, key_file: Path) -> Place:
    """A folder with files of owners and of contracts; screening files asks no database."""
    owners_file(tmp_path, HOLDS)
    contracts_file(tmp_path, [ROOF])
    return Place(tmp_path, "", key_file)


@pytest.mark.parametrize("engine", ENGINES)
def test_bar_d3_a_killed_screening_leaves_nothing_and_the_next_is_whole(place: Place, engine: str) -> None:
    if engine == "spark" and not java_found():
        pytest.skip("NO JAVA: Spark was not asked. Install it: apt install default-jre-headless")

    assert screened(place, engine, serves="tests.durability.dies_writing:app") == -signal.SIGKILL

    assert faults(place) == ["nothing is there"]

    assert screened(place, "duckdb") == 0

    assert faults(place) == []
    assert not list(place.data.glob("*.unfinished"))


def test_bar_d3_findings_that_are_there_half_written_are_caught(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CARELESS, "yes")

    assert screened(place, "duckdb", serves="tests.durability.dies_writing:app") == -signal.SIGKILL

    assert faults(place) == ["buyers is missing", "owners_who_won is missing"]


def screened(place: Place, engine: str, serves: str = "wsgi") -> int:
    """Screen the files as an administrator does; gives how the process ended."""
    files = ("--owners", "owners.jsonl", "--contracts", "contracts.jsonl", "--out", "found")
    words = ("-m", "flask", "--app", serves, "screen-all", "--engine", engine, *files)
    environment = {**place.environment, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *words], cwd=place.data, env=environment, timeout=PATIENCE, check=False
    ).returncode


def faults(place: Place) -> list[str]:
    """What lacks where findings are looked for, and what cannot be read."""
    found = place.data / "found"
    if not found.exists():
        return ["nothing is there"]
    with duckdb.connect() as database:
        for each in found.iterdir():
            database.execute("SELECT count(*) FROM read_parquet(?)", [str(each)])
    return [f"{name} is missing" for name in sorted(FINDINGS) if not (found / f"{name}.parquet").exists()]
