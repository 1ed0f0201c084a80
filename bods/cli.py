"""`bods`: the standard on the command line."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from bods.checks import findings
from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.reading import statement_from, values_in
from bods.statements import Statement
from bods.validation import faults_in

CLEAN, FAULTY, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the answer is the exit status: 0 clean, 1 faults were found, 2 a file could not be read."""
    parser = argparse.ArgumentParser(prog="bods", description="Beneficial ownership data, by BODS 0.4.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    validate = commands.add_parser("validate", help="say what keeps files from being BODS 0.4")
    validate.add_argument(
        "files", nargs="+", metavar="FILE", help="JSON or JSON Lines, may be gzipped; - reads what comes in"
    )
    chosen = parser.parse_args(arguments)
    return max(_validate(name) for name in chosen.files)


def _validate(name: str) -> int:
    title = "standard input" if name == "-" else name
    try:
        values = list(values_in(_source(name)))
    except (UnreadableFileError, OSError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else fault
        print(f"{title}: {reason}", file=sys.stderr)
        print("Give a JSON array of statements, or one statement a line.", file=sys.stderr)
        return UNREADABLE
    complaints = list(_complaints(values))
    for complaint in complaints:
        print(f"{title}: {complaint}")
    print(f"{title}: {_count(len(values), 'statement')}, {_count(len(complaints), 'fault')}", file=sys.stderr)
    return FAULTY if complaints else CLEAN


def _source(name: str) -> Path | BinaryIO:
    return sys.stdin.buffer if name == "-" else Path(name)


def _complaints(values: list[Any]) -> Iterator[str]:
    faulty = set()
    for fault in faults_in(values):
        faulty.add(fault.index)
        yield fault.sentence
    statements: list[Statement] = []
    for position, value in enumerate(values):
        if position in faulty:
            continue
        try:
            statements.append(statement_from(value))
        except NotAStatementError as fault_in_reading:
            place = _place(fault_in_reading.place)
            yield f"Statement {position + 1}{place}: write {fault_in_reading.expected}."
    for finding in findings(statements):
        yield f"Statement {finding.statement_id}{_place(finding.pointer)}: {finding.sentence} [{finding.check}]"


def _place(pointer: str) -> str:
    return f", {pointer[1:]}" if pointer else ""


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


if __name__ == "__main__":
    sys.exit(main())
