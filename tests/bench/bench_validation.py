"""Validation of BODS statements: ours against libcovebods on the same file, and against bare parsing and schema.

Needs about 2 GB of room for files; the official checker alone takes some ten minutes for 200,000 statements.
"""

import tempfile
from pathlib import Path

from tests.bench.goals import Goals
from tests.bench.material import array_file, lines_file
from tests.bench.measuring import Measured, bare, measured, official, schema, whole

SMALL, MIDDLE, LARGE, LARGEST = 50_000, 100_000, 200_000, 1_000_000


def main() -> None:
    goals = Goals("validation")
    with tempfile.TemporaryDirectory() as folder:
        against_the_official_checker(goals, Path(folder), SMALL, 40)
        against_bare_parsing(goals, Path(folder))
        growth_and_memory(goals, Path(folder))
        against_the_official_checker(goals, Path(folder), LARGE, 100)
    goals.done()


def against_the_official_checker(goals: Goals, folder: Path, count: int, goal: float) -> None:
    lines = lines_file(count, folder)
    array = array_file(lines)
    ours, ours_array = measured(whole, lines, 3), measured(whole, array, 1)
    theirs = measured(official, array)
    say(f"{count:,} statements: libcovebods", theirs)
    say("  ours, JSON Lines", ours)
    say("  ours, the same array", ours_array)
    goals.at_least(f"{count:,} statements: schema and every check, times faster than libcovebods",
                   theirs.seconds / ours.seconds, goal)  # fmt: skip


def against_bare_parsing(goals: Goals, folder: Path) -> None:
    lines = lines_file(SMALL, folder)
    least, alone, all_of_it = measured(bare, lines, 5), measured(schema, lines, 5), measured(whole, lines, 5)
    say("orjson and jsonschema-rs alone", least)
    say("  our schema checks", alone)
    say("  schema and every check", all_of_it)
    goals.at_most("schema checks, times orjson and jsonschema-rs alone", alone.seconds / least.seconds, 1.2)
    goals.at_most(
        "schema and every check, times orjson and jsonschema-rs alone", all_of_it.seconds / least.seconds, 4
    )


def growth_and_memory(goals: Goals, folder: Path) -> None:
    small, large = lines_file(MIDDLE, folder), lines_file(LARGEST, folder)
    before, after = measured(whole, small, 2), measured(whole, large)
    alone = measured(schema, large)
    say(f"{MIDDLE:,} statements, every check", before)
    say(f"{LARGEST:,} statements, every check", after)
    say(f"{LARGEST:,} statements, schema alone", alone)
    goals.at_most("time for ten times the statements", after.seconds / before.seconds, 11)
    goals.at_most("MB at a million statements, every check", after.megabytes, 400)
    goals.at_most("MB at a million statements, schema alone", alone.megabytes, 60)


def say(what: str, run: Measured) -> None:
    print(f"  {what}: {run.seconds:.2f} s, {run.megabytes:.0f} MB, {run.found} found")


if __name__ == "__main__":
    main()
