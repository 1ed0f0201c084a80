"""Text to values, with an `Unreadable` in the place of a value that is no JSON."""

from itertools import pairwise
from typing import Any

from orjson import JSONDecodeError, loads

from bods.reading.brackets import WHITE
from bods.reading.explaining import unreadable
from bods.reading.unreadable import Unreadable


def parsed(text: bytes) -> Any:  # noqa: ANN401  # JSON may hold anything
    try:
        return loads(text)
    except JSONDecodeError:
        return unreadable(text)


def all_parsed(text: bytes, commas: list[int]) -> list[Any]:
    """Give the values that stand before each of the commas: in one go or, when one of them is no JSON, one by one."""
    if not commas:
        return []
    try:
        values: list[Any] = loads(b"[" + text[: commas[-1]] + b"]")
        if values:
            return values
    except JSONDecodeError:
        pass
    return [parsed(text[before + 1 : comma]) for before, comma in pairwise([-1, *commas])]


def parsed_if_whole(text: bytes) -> list[Any]:
    """Give the value that a file breaks off after, unless more of it may be missing, as of a number."""
    text = text.strip(WHITE)
    value = parsed(text) if text.endswith((b"}", b"]", b'"')) else None
    return [] if value is None or isinstance(value, Unreadable) else [value]
