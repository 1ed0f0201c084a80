"""A file is read once; findings come as they are made, and at the end those that need the whole of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bods.checks import Check, Severity, checks
from bods.examination.finding import Finding
from bods.examination.first_pass import FirstPass
from bods.examination.kept import Kept
from bods.examination.second_pass import SecondPass
from bods.facts.ledger import IN_MEMORY
from bods.reading import Entries, Unreadable, entries_in


class Examination:
    """The findings of one file, to be gone through once.

    `statements` counts the values read so far; `is_whole` tells afterwards whether the file could be read to its end.
    """

    def __init__(
        self, entries: Entries, today: date, asked: Mapping[str, Check], in_memory: int = IN_MEMORY
    ) -> None:
        self._entries = entries
        self._kept = Kept(in_memory)
        first = FirstPass(asked, today.isoformat(), self._kept)
        self._look = first.look if asked else first.look_by_schema
        self._second = SecondPass(asked, self._kept)
        self.is_whole = True
        self.statements = 0

    @property
    def by_lines(self) -> bool:
        """Whether places are lines, counted from 1, or positions in an array, counted from 0."""
        return self._entries.lines

    def __iter__(self) -> Iterator[Finding]:
        try:
            yield from self._first_pass()
            yield from self._second.findings()
        finally:
            self._kept.close()

    def _first_pass(self) -> Iterator[Finding]:
        look = self._look
        for place, value in self._entries:
            if type(value) is Unreadable:
                self.is_whole = self.is_whole and not value.fatal
                yield _unreadable(place, value)
                continue
            self.statements += 1
            if found := look(place, value):
                yield from found


def examine(
    source: bytes | BinaryIO | Path,
    *,
    today: date,
    asked: Iterable[str] | None = None,
    in_memory: int = IN_MEMORY,
) -> Examination:
    """Examine a file of BODS 0.4: a JSON array or JSON Lines, gzipped or not.

    `today` decides what lies in the future. `asked` names the checks to be asked, all by default; the schema always is.
    Of each record and statement the keys are kept, `in_memory` of them in memory (about 300 bytes each), the rest in
    temporary files. Nothing that a file may hold makes this fail; OSError is raised when it cannot be opened.
    """
    known = checks()
    chosen = known if asked is None else {code: known[code] for code in asked}
    return Examination(entries_in(source), today, chosen, in_memory)


_READABLE = "Mend the file at this place, and save it as JSON in UTF-8."


def _unreadable(place: int, value: Unreadable) -> Finding:
    return Finding("unreadable", Severity.BREAKS, place, None, None, "", value.sentence, _READABLE)
