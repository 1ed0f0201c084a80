"""JSON Lines: one value a line, each line read for itself."""

from collections.abc import Iterable, Iterator
from typing import Any

from orjson import JSONDecodeError, loads

from bods.reading import limits
from bods.reading.brackets import WHITE, ends_open
from bods.reading.explaining import is_json, unreadable
from bods.reading.spread import spread_values
from bods.reading.stream import File
from bods.reading.unreadable import LONG_LINE, NOT_JSON, Unreadable


def line_values(file: File, before: int) -> Iterator[tuple[int, Any]]:
    """Give the values of the lines after the first `before` ones, each with the number of its line, from 1.

    The file stands at the first character that is not white. Where an object begins there and goes on in the next
    line, values are read wherever they end.
    """
    file.raw.by_lines = True
    head = [file.readline()]
    if not (file.raw.paused or is_json(head[0])):
        head.append(file.readline())
        if _is_spread(*head) and not file.raw.paused:
            yield from spread_values(file, b"".join(head), before + 1)
            return
        if not any(map(_looks_like_an_object, head)):
            yield before + 1, NOT_JSON
            return
    yield from _values(file, head, before)


def _values(file: File, head: list[bytes], number: int) -> Iterator[tuple[int, Any]]:
    stream = file.raw
    lines: Iterable[bytes] = head
    while True:
        # What is done here is done once for every line of the largest files.
        for line in lines:
            number += 1
            try:
                value = loads(line)
            except JSONDecodeError:
                if (value := _unreadable(line, file)) is None:
                    continue
            yield number, value
        if stream.paused:
            _skip_line(file)
            yield number, LONG_LINE
        elif lines is file:
            break
        lines = file
    if stream.fault:
        yield number + line.endswith(b"\n"), stream.fault


def _unreadable(line: bytes, file: File) -> Unreadable | None:
    """Say why a line is no JSON; nothing when it is blank or broken off, which is told where the file's end is."""
    cut = file.raw.paused or (file.raw.fault and not line.endswith(b"\n"))
    return None if cut or not line.strip(WHITE) else unreadable(line)


def _skip_line(file: File) -> None:
    file.raw.resume()
    while (piece := file.readline(limits.BLOCK)) and not piece.endswith(b"\n"):
        file.raw.resume()


def _is_spread(first: bytes, second: bytes) -> bool:
    """Whether an object that begins in the first line goes on in the second, rather than breaking off."""
    if not (first.startswith(b"{") and ends_open(first)):
        return False
    # What follows a brace or a comma in an object is the name of a field, never an object.
    return first.rstrip(WHITE).endswith((b"[", b":")) or not (
        _looks_like_an_object(second) and is_json(second)
    )


def _looks_like_an_object(line: bytes) -> bool:
    return line.lstrip(WHITE).startswith(b"{")
