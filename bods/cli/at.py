"""`bods at`: who owned what on a day, as it was known on a day; what changed between two; the life of a record."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import orjson

from bods.cli.command import CLEAN, FAULTY, UNREADABLE, Command
from bods.cli.files import complain, opened, reads_files
from bods.cli.telling import (
    difference_lines,
    difference_object,
    snapshot_lines,
    step_lines,
    step_object,
)
from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.history import History
from bods.reading import read_statements
from bods.statements import Statement
from bods.writing import as_json


def arguments(parser: argparse.ArgumentParser) -> None:
    reads_files(parser)
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DAY", help="the day asked about (today, if not given)"
    )
    parser.add_argument(
        "--known",
        type=_moment,
        metavar="WHEN",
        help="the day or moment by which it had been published (all, if not given)",
    )
    parser.add_argument("--subject", metavar="RECORD", help="only the network of this declaration subject")
    parser.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", help="tell what changed since this day"
    )
    parser.add_argument(
        "--known-since", type=_moment, metavar="WHEN", help="tell what was learnt since this day or moment"
    )
    parser.add_argument("--record", metavar="RECORD", help="tell the life of this record")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _moment(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


def run(options: argparse.Namespace) -> int:
    """Take all files together as one history."""
    statements: list[Statement] = []
    for name in options.files:
        try:
            with opened(name, quiet=options.quiet) as file:
                statements.extend(_wanted(read_statements(file), options.subject))
        except (OSError, UnreadableFileError) as fault:
            complain(name, fault)
            return UNREADABLE
        except NotAStatementError as fault:
            complain(name, fault)
            print("See what is wrong with it: bods validate", file=sys.stderr)
            return FAULTY
    history = History(statements)
    on = options.on or date.today()  # noqa: DTZ011  # the user's own day
    if options.record:
        steps = history.timeline(options.record)
        _print(step_lines(steps), map(step_object, steps), options)
    elif options.since or options.known_since:
        found = history.between(
            options.since or on,
            on,
            known_before=options.known_since or options.known,
            known_after=options.known,
        )
        _print(difference_lines(found), map(difference_object, found), options)
    else:
        seen = history.at(on, options.known)
        _print(snapshot_lines(seen), map(as_json, seen.open.values()), options)
    return CLEAN


def _wanted(statements: Iterator[Statement], subject: str | None) -> Iterator[Statement]:
    return (each for each in statements if subject is None or each.declaration_subject == subject)


def _print(lines: Iterable[str], objects: Iterable[object], options: argparse.Namespace) -> None:
    if options.json:
        for value in objects:
            print(orjson.dumps(value).decode())
    else:
        for line in lines:
            print(line)


COMMAND = Command("at", "Tell who owned what on a day, as it was known on a day.", arguments, run)
