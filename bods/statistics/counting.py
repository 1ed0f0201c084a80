"""A file is gone through once and counted."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from bods.exceptions import UnreadableFileError
from bods.reading import Unreadable, entries_in
from bods.statistics.addresses import Addresses
from bods.statistics.entities import Entities
from bods.statistics.fields import Fields
from bods.statistics.persons import Persons
from bods.statistics.records import Records
from bods.statistics.relationships import Relationships
from bods.validation.schema import statement_validator
from bods.validation.sound import sound_part

Json: TypeAlias = dict[str, Any]
Figures: TypeAlias = dict[str, int | dict[str, int]]


class Statistics:
    """The figures of the statements seen so far."""

    def __init__(self) -> None:
        self._counts = (Records(), Entities(), Persons(), Relationships(), Addresses(), Fields())
        self._is_valid = statement_validator().is_valid

    def count(self, value: object) -> None:
        """Count one parsed value; what is no statement is not counted, nor what the schema faults by its kind."""
        if not isinstance(value, dict):
            return
        try:
            statement = value if self._is_valid(value) else sound_part(value)
        except (ValueError, TypeError, RecursionError):
            return
        for each in self._counts:
            each.count(statement)

    def figures(self) -> Figures:
        """Give the figures by name; a figure is a number, or numbers by code, year or field.

        Those that begin with `count_` are the official checker's (libcovebods 0.16). Years are of `statementDate`.
        """
        return {name: figure for each in self._counts for name, figure in each.figures().items()}


def statistics_of(source: bytes | BinaryIO | Path | Iterable[object]) -> Figures:
    """Count a file, or values that were parsed already. The identifiers of all records are held in memory.

    Raises UnreadableFileError where a part of the file is no JSON, and OSError when it cannot be opened.
    """
    statistics = Statistics()
    if isinstance(source, bytes | Path) or hasattr(source, "read"):
        for place, value in entries_in(source):  # type: ignore[arg-type]  # it reads
            if isinstance(value, Unreadable):
                raise UnreadableFileError(value.sentence, place)
            statistics.count(value)
    else:
        for value in source:
            statistics.count(value)
    return statistics.figures()
