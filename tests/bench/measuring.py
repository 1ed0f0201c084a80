"""One way of checking one file, in a process of its own, so that its memory can be seen."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import orjson

#: Enough statements of all kinds for everything to be loaded that is loaded once.
_FEW = 500


def bare(path: Path) -> int:
    """Parse with orjson and validate with jsonschema-rs, line by line, and nothing else."""
    from bods.validation.schema import statement_validator

    is_valid = statement_validator().is_valid
    with path.open("rb") as file:
        return sum(not is_valid(orjson.loads(line)) for line in file)


def schema(path: Path) -> int:
    """`bods validate --schema-only`: how many lines it says."""
    return said("--schema-only", str(path))


def whole(path: Path) -> int:
    """`bods validate`, the schema and every check: how many lines it says, the last being the summary."""
    return said(str(path))


def said(*arguments: str) -> int:
    """Run the command as it is run by hand, and count the lines it prints."""
    from bods.cli import program

    sys.argv = ["bods", "validate", "--json", "--quiet", "--today", "2026-03-09", *arguments]
    with tempfile.TemporaryFile("w+") as out:
        with redirect_stdout(out):
            program()
        out.seek(0)
        return sum(1 for _ in out)


def official(path: Path) -> int:
    """libcovebods: schema, additional checks, additional fields."""
    from tests.oracle import libcovebods_faults

    return len(libcovebods_faults(path))


WAYS: dict[str, Callable[[Path], int]] = {way.__name__: way for way in (bare, schema, whole, official)}


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds and the most memory (MB) of one run, and how much it found."""

    seconds: float
    megabytes: float
    found: int


def measured(way: Callable[[Path], int], path: Path, times: int = 1) -> Measured:
    """Run one way in a process of its own, several times, and give the best."""
    runs = []
    for _ in range(times):
        command = [sys.executable, "-m", "tests.bench.measuring", way.__name__, str(path)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        runs.append(Measured(**json.loads(answer.splitlines()[-1])))
    return min(runs, key=lambda run: run.seconds)


def first_statements(path: Path) -> bytes:
    """Give a file of the same form that holds the first few statements alone."""
    with path.open("rb") as file:
        lines = [line.rstrip(b"\n,") for line in islice(file, _FEW) if line.startswith(b"{")]
    return b"\n".join(lines) if path.suffix == ".jsonl" else b"[" + b",\n".join(lines) + b"]"


def main() -> None:
    way, path = WAYS[sys.argv[1]], Path(sys.argv[2])
    with tempfile.NamedTemporaryFile(suffix=path.suffix) as small:
        # What is loaded once, whatever the size of the file, is loaded before the clock starts.
        small.write(first_statements(path))
        small.flush()
        way(Path(small.name))
    start = time.process_time()
    found = way(path)
    used = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": used, "megabytes": peak, "found": found}))


if __name__ == "__main__":
    main()
