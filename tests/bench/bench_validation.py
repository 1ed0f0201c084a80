"""Validation of BODS statements: ours (schema and every check) against libcovebods, on the same statements."""

import tempfile
from pathlib import Path

import orjson

from bods.checks import findings
from bods.reading import statement_from
from bods.validation import faults
from tests.bench.goals import Goals, peak_megabytes, seconds
from tests.bench.material import published
from tests.oracle import libcovebods_faults

COUNT = 10_000


def ours(lines: list[bytes]) -> int:
    """How many faults and findings we see."""
    values = [orjson.loads(line) for line in lines]
    return len(faults(values)) + len(findings(statement_from(value) for value in values))


def main() -> None:
    lines = published(COUNT)
    print(f"{len(lines)} statements of every shape of the example county")
    goals = Goals("validation")
    values = [orjson.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statements.json"
        path.write_bytes(b"[" + b",\n".join(lines) + b"]")
        theirs = seconds(lambda: libcovebods_faults(path), times=1)
    schema = seconds(lambda: faults(values))
    whole = seconds(lambda: ours(lines))
    small = seconds(lambda: ours(lines[: COUNT // 10]))
    print(
        f"  libcovebods {theirs:.2f} s; ours {whole:.2f} s, of which schema {schema:.3f} s; peak {peak_megabytes():.0f} MB"
    )
    goals.at_least("the schema alone is so many times faster than libcovebods", theirs / schema, 40)
    goals.at_least("schema and every check are so many times faster than libcovebods", theirs / whole, 5)
    goals.at_most("time at ten times the statements, against ten times the time", whole / (10 * small), 2)
    goals.done()


if __name__ == "__main__":
    main()
