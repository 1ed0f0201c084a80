"""`bods convert`: the same statements in another form."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import orjson

from bods.cli.command import CLEAN, FAULTY, UNREADABLE, Command
from bods.cli.files import complain, opened, reads_files, title, written
from bods.exceptions import BodsError, NotAStatementError, UnreadableFileError
from bods.exports import Format, formats
from bods.reading import Unreadable, entries_in, statement_from
from bods.writing import as_bytes


def arguments(parser: argparse.ArgumentParser) -> None:
    reads_files(parser)
    codes = [known.code for known in formats()]
    readable = [known.code for known in formats() if known.read is not None]
    parser.add_argument(
        "--to", choices=codes, help="the form to write; told by the end of --output, if not given"
    )
    parser.add_argument(
        "--from", dest="form", choices=readable, help="the form to read; told by the file, if not given"
    )
    parser.add_argument(
        "--output", "-o", metavar="FILE", help="where to write (standard output, if not given)"
    )
    parser.add_argument(
        "--json", action="store_true", help="tell what could not be converted as JSON, one a line"
    )


def run(options: argparse.Namespace) -> int:
    form = _form_to_write(options)
    if form is None:
        print("Say the form to write: --to, or an --output with the ending of one.", file=sys.stderr)
        return UNREADABLE
    texts = _Texts(options)
    try:
        with written(options.output) as out:
            form.write(iter(texts), out)
    except UnreadableFileError as fault:
        complain(texts.name, fault)
        return UNREADABLE
    except (OSError, BodsError) as fault:
        complain(options.output or texts.name, fault)
        return UNREADABLE
    if form.leaves_out:
        print(f"Left out by this form: {form.leaves_out}", file=sys.stderr)
    return FAULTY if texts.faults else CLEAN


def _form_to_write(options: argparse.Namespace) -> Format | None:
    if options.to:
        return next(known for known in formats() if known.code == options.to)
    return _by_ending(options.output or "")


def _by_ending(name: str) -> Format | None:
    fitting = [known for known in formats() if name.endswith(known.suffix)]
    return max(fitting, key=lambda known: len(known.suffix), default=None)


class _Texts:
    """The texts of the statements in all files, one after the other; what is no statement is told and counted."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self.name = ""
        self.faults = 0

    def __iter__(self) -> Iterator[bytes]:
        for name in self._options.files:
            self.name = name
            form = self._form_of(name)
            with ExitStack() as stack:
                file = stack.enter_context(opened(name, quiet=self._options.quiet))
                if form is None or form.read is None or form.code in {"json", "jsonl"}:
                    yield from self._checked(entries_in(file))
                else:
                    # These forms jump about in the file, which a bar cannot follow.
                    whole = stack.enter_context(Path(name).open("rb"))
                    yield from map(as_bytes, form.read(whole))

    def _form_of(self, name: str) -> Format | None:
        if self._options.form:
            return next(known for known in formats() if known.code == self._options.form)
        return _by_ending(name)

    def _checked(self, entries: object) -> Iterator[bytes]:
        for place, value in entries:  # type: ignore[attr-defined]  # Entries
            if isinstance(value, Unreadable):
                if value.fatal:
                    raise UnreadableFileError(value.sentence, place)
                self._tell(place, "", value.sentence)
                continue
            try:
                statement_from(value)
            except NotAStatementError as fault:
                self._tell(place, fault.place, f"Expected {fault.expected}.")
                continue
            yield orjson.dumps(value)

    def _tell(self, place: int, pointer: str, sentence: str) -> None:
        self.faults += 1
        name = title(self.name)
        if self._options.json:
            told = {"file": name, "place": place, "pointer": pointer, "sentence": sentence}
            print(orjson.dumps(told).decode(), file=sys.stderr)
        else:
            print(
                f"{name}: {place}{', ' if pointer else ''}{pointer[1:]}: left out. {sentence}",
                file=sys.stderr,
            )


COMMAND = Command("convert", "Write statements in another form.", arguments, run)
