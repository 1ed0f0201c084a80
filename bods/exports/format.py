"""The shape of an export format: published statements in, a file out, and back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from bods.statements import Statement

Reading = Callable[[BinaryIO], Iterator[Statement]]


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which all statements can be had.

    `write` takes the texts of published statements (one JSON object each, UTF-8) and streams the file out. `read`
    gives the statements of such a file back, each equal to the one that went in; it is None for a form made for other
    tools than ours. `leaves_out` says in a plain sentence what such a form does not carry; None when all is there.

    Both may raise MissingExtraError when the form needs what comes with an extra of the distribution only.
    """

    code: str
    title: str
    media_type: str
    suffix: str
    write: Callable[[Iterable[bytes], BinaryIO], None]
    read: Reading | None
    leaves_out: str | None = None
