"""The shape of an export format: published statements in, a file out, and back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from bods.statements import Statement


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which all statements can be had.

    `write` takes the texts of published statements (one JSON object each, UTF-8) and writes them as they are, so that
    the file holds byte for byte what was published; it streams. `read` gives the statements of such a file back.
    """

    code: str
    title: str
    media_type: str
    suffix: str
    write: Callable[[Iterable[bytes], BinaryIO], None]
    read: Callable[[BinaryIO], Iterator[Statement]]
