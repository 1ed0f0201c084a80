"""A JSON array, one statement a line: the standard's own form."""

from collections.abc import Iterable
from typing import BinaryIO

from bods.exports.format import Format
from bods.reading import read_statements


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    before = b"[\n"
    for text in texts:
        out.write(before + text)
        before = b",\n"
    out.write(b"[]\n" if before == b"[\n" else b"\n]\n")


FORMAT = Format("json", "JSON array", "application/json", ".json", write, read_statements)
