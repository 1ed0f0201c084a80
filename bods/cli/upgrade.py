"""`bods upgrade`: statements of BODS 0.1, 0.2 and 0.3 become statements of 0.4, and every loss is told."""

import argparse
import sys

import orjson

from bods.cli.command import CLEAN, FAULTY, UNREADABLE, Command
from bods.cli.files import complain, opened, reads_files, title, written
from bods.cli.saying import counted
from bods.exceptions import UnreadableFileError
from bods.reading import values_in
from bods.upgrade import Loss, upgraded
from bods.writing import write_json, write_json_lines


def arguments(parser: argparse.ArgumentParser) -> None:
    reads_files(parser)
    parser.add_argument(
        "--output", "-o", metavar="FILE", help="where to write (standard output, if not given)"
    )
    parser.add_argument("--lines", action="store_true", help="write JSON Lines instead of a JSON array")
    parser.add_argument(
        "--json", action="store_true", help="tell losses on the error stream as JSON, one a line"
    )


def run(options: argparse.Namespace) -> int:
    """Upgrade all files together: they may refer to each other, and become one."""
    values: list[object] = []
    begins: list[tuple[int, str]] = []
    for name in options.files:
        begins.append((len(values), title(name)))
        try:
            with opened(name, quiet=options.quiet) as file:
                values.extend(values_in(file))
        except (OSError, UnreadableFileError) as fault:
            complain(name, fault)
            return UNREADABLE
    upgrade = upgraded(values)
    for loss in upgrade.losses:
        _tell(loss, begins, as_json=options.json)
    try:
        with written(options.output) as out:
            (write_json_lines if options.lines else write_json)(upgrade.statements, out)
    except OSError as fault:
        complain(options.output, fault)
        return UNREADABLE
    made, lost = counted(len(upgrade.statements), "statement"), len(upgrade.losses)
    print(f"{made} of BODS 0.4; {lost:,} told above of what changed or was left out", file=sys.stderr)
    return FAULTY if upgrade.losses else CLEAN


def _tell(loss: Loss, begins: list[tuple[int, str]], *, as_json: bool) -> None:
    first, _, rest = loss.place[1:].partition("/")
    number, name = _in_file(int(first), begins) if first.isdigit() else (None, begins[0][1])
    pointer = f"/{rest}" if rest else ""
    if as_json:
        told = {
            "file": name,
            "index": number,
            "pointer": pointer,
            "field": loss.field,
            "sentence": loss.sentence,
        }
        print(orjson.dumps(told).decode(), file=sys.stderr)
        return
    where = name if number is None else f"{name}: statement {number + 1}"
    print(f"{where}{', ' if rest else ''}{rest}, {loss.field}: {loss.sentence}", file=sys.stderr)


def _in_file(position: int, begins: list[tuple[int, str]]) -> tuple[int, str]:
    begin, name = max(entry for entry in begins if entry[0] <= position)
    return position - begin, name


COMMAND = Command("upgrade", "Turn BODS 0.1, 0.2 and 0.3 into BODS 0.4, and tell each loss.", arguments, run)
