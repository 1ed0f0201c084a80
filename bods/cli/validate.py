"""`bods validate`: what keeps files from being good BODS 0.4, every fault explained."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

import orjson

from bods.checks import Severity, checks
from bods.cli.command import CLEAN, FAULTY, UNREADABLE, Command
from bods.cli.files import complain, opened, reads_files, title
from bods.cli.saying import as_object, as_text, counted
from bods.examination import Examination, examine

_SHOWN = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    reads_files(parser)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line, a summary for each file last"
    )
    parser.add_argument("--all", action="store_true", help=f"show more than {_SHOWN} findings of one kind")
    parser.add_argument(
        "--strict", action="store_true", help="let what is only worth a look count as a fault too"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--schema-only", action="store_true", help="ask the official schema and no check")
    which.add_argument(
        "--only", action="append", choices=checks(), metavar="CHECK", help="ask this check (again for more)"
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="DAY",
        help="what counts as the future lies after this day (YYYY-MM-DD)",
    )


def run(options: argparse.Namespace) -> int:
    return max(_validate(name, options) for name in options.files)


def _validate(name: str, options: argparse.Namespace) -> int:
    try:
        with opened(name, quiet=options.quiet) as file:
            return _examined(name, file, options)
    except OSError as fault:
        complain(name, fault)
        return UNREADABLE


def _examined(name: str, file: BinaryIO, options: argparse.Namespace) -> int:
    asked: Iterable[str] | None = () if options.schema_only else options.only
    examination = examine(file, today=options.today or date.today(), asked=asked)  # noqa: DTZ011  # the user's own day
    codes: Counter[str] = Counter()
    severities: Counter[Severity] = Counter()
    for finding in examination:
        codes[finding.code] += 1
        severities[finding.severity] += 1
        if options.json:
            _print_object(as_object(title(name), finding, by_lines=examination.by_lines))
        elif options.all or codes[finding.code] <= _SHOWN:
            print(as_text(title(name), finding, by_lines=examination.by_lines))
    if options.json:
        _print_object({"file": title(name), "summary": _summary(examination, codes, severities)})
    else:
        _print_summary(title(name), examination, codes, options)
    if not examination.is_whole:
        return UNREADABLE
    faults = severities.total() if options.strict else severities.total() - severities[Severity.LOOK]
    return FAULTY if faults else CLEAN


def _summary(
    examination: Examination, codes: Counter[str], severities: Counter[Severity]
) -> dict[str, object]:
    return {
        "statements": examination.statements,
        "readToTheEnd": examination.is_whole,
        "findings": codes.total(),
        "bySeverity": {severity.name.lower(): severities[severity] for severity in Severity},
        "byCode": dict(codes.most_common()),
    }


def _print_summary(
    name: str, examination: Examination, codes: Counter[str], options: argparse.Namespace
) -> None:
    found = counted(codes.total(), "finding")
    print(f"{name}: {counted(examination.statements, 'statement')}, {found}", file=sys.stderr)
    for code, count in codes.most_common():
        hidden = count - _SHOWN
        more = "" if options.all or hidden <= 0 else f" ({hidden:,} not shown: use --all)"
        print(f"  {count:>9,}  {code}{more}", file=sys.stderr)
    if not examination.is_whole:
        print(f"{name}: could not be read to its end", file=sys.stderr)


def _print_object(value: dict[str, object]) -> None:
    print(orjson.dumps(value).decode())


COMMAND = Command("validate", "Say what keeps files from being good BODS 0.4.", arguments, run)
