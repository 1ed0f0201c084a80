"""JSON Lines, one statement a line: for large files, read line by line."""

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from bods.exports.format import Format
from bods.reading import read_statements

#: Many texts joined and written at once cost a fraction of as many writes.
_AT_ONCE = 256


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    coming = iter(texts)
    while batch := list(islice(coming, _AT_ONCE)):
        batch.append(b"")
        out.write(b"\n".join(batch))


FORMAT = Format("jsonl", "JSON Lines", "application/jsonl", ".jsonl", write, read_statements)
