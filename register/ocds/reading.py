"""A file in, releases out: packages of releases or of records, lists, single ones, JSON or JSON Lines, and any mixture."""

import io
from collections.abc import Iterator
from datetime import UTC
from typing import Any, BinaryIO

import orjson

from register.ocds.decoding import DAMAGED, PIECE, Decoded, NotUtf8Error, decoded
from register.ocds.fault import Fault, Notes
from register.ocds.plainly import pieces, pieces_of_line
from register.ocds.processes import process_told
from register.ocds.records import Found, Members
from register.ocds.releases import Release, release_from
from register.ocds.soundness import sound
from register.ocds.streaming import BrokenJsonError, Piece
from register.ocds.unremarkable import is_unremarkable

#: A line longer than this is no line of JSON Lines.
LONGEST_LINE = 256 << 20
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def releases_in(source: bytes | BinaryIO, file: str) -> Iterator[Release | Fault]:
    """Give every release of a file and every fault, as they are met; `file` is its name, for people.

    Never raises for what the file holds. A sound release comes through whatever is wrong beside it: in JSON Lines
    each line stands alone; in one large JSON value, all that stands before the text stops being JSON.
    """
    clean, counted = decoded(io.BytesIO(source) if isinstance(source, bytes) else source)
    try:
        yield from _Reader(file).read(clean)
    except NotUtf8Error as error:
        yield Fault(file, "", str(error))
    except DAMAGED:
        yield Fault(file, "", "This compressed file is damaged; what could be unpacked was read.")
    yield from _counted(counted, file)


def _counted(counted: Decoded, file: str) -> Iterator[Fault]:
    if counted.nuls:
        yield Fault(file, "", f"This file holds {counted.nuls} NUL bytes; they were skipped.")
    if counted.cut:
        yield Fault(file, "", f"This file holds {counted.cut} runs of more than 1,000 digits; they were cut.")


class _Reader:
    """Reads one file; remembers what was no contracting data until it is clear that the file holds some."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._strangers: list[Fault] = []
        self._found = 0

    def read(self, clean: io.BufferedReader) -> Iterator[Release | Fault]:
        head = clean.peek(PIECE).lstrip()
        if not head:
            yield Fault(self._file, "", "This file is empty.")
            return
        lines = self._file.lower().endswith(_LINES) or _first_line_is_whole(head)
        yield from self._lines(clean) if lines else self._value(pieces(clean), "")
        yield from self._strange()

    def _strange(self) -> Iterator[Fault]:
        """Many values and none of them OCDS: the file is simply something else, which is said once."""
        if self._found or len(self._strangers) == 1:
            yield from self._strangers
        else:
            yield Fault(self._file, "", "This is not OCDS: no release, record or package of them is in it.")

    def _lines(self, clean: io.BufferedReader) -> Iterator[Release | Fault]:
        number = 0
        while line := clean.readline(LONGEST_LINE):
            number += 1
            if line.strip():
                yield from self._value(pieces_of_line(line), f"line {number}")

    def _value(self, told: Iterator[Piece], before: str) -> Iterator[Release | Fault]:
        try:
            members = Members()
            for piece in told:
                yield from self._piece(piece, before, members)
                members = Members() if piece.rest else members
        except BrokenJsonError as error:
            self._found += 1
            yield Fault(self._file, before + error.place, str(error))

    def _piece(self, piece: Piece, before: str, members: Members) -> Iterator[Release | Fault]:
        if piece.notes.met:
            yield from piece.notes.faults(self._file, before + piece.place)
        if not piece.usable:
            self._found += 1
            return
        for met in members.take(piece):
            if isinstance(met, Found):
                yield from self._release(met.value, before + met.place)
            elif met.stranger:
                self._strangers.append(Fault(self._file, before + met.place, met.sentence))
            else:
                self._found += 1
                yield Fault(self._file, before + met.place, met.sentence)

    def _release(self, value: dict[str, Any], place: str) -> Iterator[Release | Fault]:
        self._found += 1
        notes = Notes()
        fine = is_unremarkable(value)
        release = release_from(value, f"{self._file} {place}".strip(), notes, is_sound=fine)
        if release:
            if not fine:
                process_told(sound(value, notes), UTC, (), notes)
            yield release
        if notes.met:
            yield from notes.faults(self._file, place)


def _first_line_is_whole(head: bytes) -> bool:
    line, newline, after = head.partition(b"\n")
    if not newline or not after.strip():
        return False
    try:
        orjson.loads(line)
    except orjson.JSONDecodeError:
        return False
    return True
