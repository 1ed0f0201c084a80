"""JSON Lines, one statement a line: for large files, read line by line."""

from collections.abc import Iterable
from typing import BinaryIO

from bods.exports.format import Format
from bods.reading import read_statements


def write(texts: Iterable[bytes], out: BinaryIO) -> None:
    out.writelines(text + b"\n" for text in texts)


FORMAT = Format("jsonl", "JSON Lines", "application/jsonl", ".jsonl", write, read_statements)
