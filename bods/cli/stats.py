"""`bods stats`: what files hold, in figures."""

import argparse
from collections.abc import Mapping

import orjson

from bods.cli.command import CLEAN, UNREADABLE, Command
from bods.cli.files import complain, opened, reads_files, title
from bods.exceptions import UnreadableFileError
from bods.statistics import statistics_of


def arguments(parser: argparse.ArgumentParser) -> None:
    reads_files(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a file, one a line")


def run(options: argparse.Namespace) -> int:
    return max(_stats(name, options) for name in options.files)


def _stats(name: str, options: argparse.Namespace) -> int:
    try:
        with opened(name, quiet=options.quiet) as file:
            figures = statistics_of(file)
    except (OSError, UnreadableFileError) as fault:
        complain(name, fault)
        return UNREADABLE
    if options.json:
        print(orjson.dumps({"file": title(name), "statistics": figures}).decode())
    else:
        print(title(name))
        _print_figures(figures)
    return CLEAN


def _print_figures(figures: Mapping[str, int | Mapping[str, int]]) -> None:
    for name, figure in figures.items():
        if isinstance(figure, int):
            print(f"{figure:>12,}  {name}")
            continue
        print(f"{'':12}  {name}")
        for key, count in figure.items():
            if count:
                print(f"{count:>12,}      {key}")


COMMAND = Command("stats", "Count what files hold.", arguments, run)
