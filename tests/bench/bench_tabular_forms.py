"""Statements as tables: how fast each form is written and read against parsing alone, and in how much memory."""

import importlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import orjson

FORMS = ("csv_pointers", "csv_tables", "xlsx", "parquet", "sqlite")
#: Seconds of writing for one second of parsing and of making rows; reading and parsing alike. Generous: these are guards.
SLOWEST = 60
MOST_MEGABYTES = 200
FEW, MANY = 20_000, 200_000


def measured(form: str, way: str, lines: Path, file: Path) -> tuple[float, float]:
    """CPU seconds and the most memory (MB) of one way of one form, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.bench_tabular_forms", form, way, str(lines), str(file)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = json.loads(answer.splitlines()[-1])
    return seconds, megabytes


def one(form: str, way: str, lines: Path, file: Path) -> None:
    known = importlib.import_module(f"bods.exports.{form}").FORMAT
    start = time.process_time()
    if way == "write":
        with lines.open("rb") as texts, file.open("wb") as out:
            known.write((text.rstrip(b"\n") for text in texts), out)
    else:
        with file.open("rb") as source:
            sum(1 for _ in known.read(source))
    used = time.process_time() - start
    print(json.dumps((used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))


def parsing(lines: Path) -> float:
    start = time.process_time()
    with lines.open("rb") as texts:
        for text in texts:
            orjson.loads(text)
    return time.process_time() - start


def main() -> None:
    # Here only: a process that is measured should hold no more than the form needs.
    from tests.bench.goals import Goals
    from tests.bench.material import lines_file

    goals = Goals("tabular forms")
    with tempfile.TemporaryDirectory() as folder:
        few, many = lines_file(FEW, Path(folder)), lines_file(MANY, Path(folder))
        bare = parsing(few)
        for form in FORMS:
            file = Path(folder, form)
            small, _ = measured(form, "write", few, file)
            back, _ = measured(form, "read", few, file)
            large, peak = measured(form, "write", many, file)
            print(
                f"{form}: {MANY / large:,.0f} statements a second written, {FEW / back:,.0f} read; "
                f"{peak:.0f} MB; {file.stat().st_size / 1e6:.0f} MB of file"
            )
            goals.at_most(f"{form}: megabytes at {MANY:,} statements", peak, MOST_MEGABYTES)
            goals.at_most(f"{form}: writing against parsing alone", small / bare, SLOWEST)
            goals.at_most(f"{form}: time at ten times the statements", large / small, 13)
    goals.done()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
