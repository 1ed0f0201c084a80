"""JSON that is written without any oddity, read at once; all else is refused here, and left to the careful reader."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

import orjson

from register.exceptions import RegisterError
from register.ocds.decoding import UNREADABLE
from register.ocds.growing import DEEPEST, MOST_VALUES
from register.ocds.numerals import exact, plain

_ODD_ESCAPE = re.compile(r"\\u(0000|[Ff][Dd][Dd]0)")


class NotPlainError(RegisterError):
    """A text is no JSON, or has something about it that the careful reader would remark upon."""

    def __init__(self) -> None:
        super().__init__("this needs a careful reader")


class MaybeCutOffError(NotPlainError):
    """Up to the end of the text there is no whole value; it may become one when more is read."""


def value_at(text: str, start: int) -> tuple[Any, int]:
    """Read the value that begins there; give it, as the careful reader would, and where it ends.

    Raises NotPlainError, and MaybeCutOffError.
    """
    try:
        value, end = _READER.raw_decode(text, start)
    except ValueError:
        raise MaybeCutOffError from None
    except RecursionError:
        raise NotPlainError from None
    written = text[start:end]
    if _is_odd(written, value) or not _names_stand_once(written, value):
        raise NotPlainError
    return value, end


def end_of(text: str, start: int) -> int:
    """Where the value ends that begins there, whatever is odd about it. Raises as `value_at` does when nothing tells."""
    try:
        return _SCANNER.raw_decode(text, start)[1]
    except ValueError:
        raise MaybeCutOffError from None
    except RecursionError:
        raise NotPlainError from None


def _is_odd(text: str, value: object) -> bool:
    if len(text) > MOST_VALUES or UNREADABLE in text or ("\\u" in text and _ODD_ESCAPE.search(text)):
        return True
    # One less than the careful reader allows: the value may stand in an object that counts too.
    return text.count("{") + text.count("[") >= DEEPEST and _depth(value) >= DEEPEST


def _names_stand_once(text: str, value: object) -> bool:
    """Whether no object has a name twice: then as many names are read as are written, each before a colon.

    Raises NotPlainError for half a letter that stands alone, and for a whole number beyond all measure.
    """
    try:
        again = orjson.dumps(value, default=exact, option=orjson.OPT_STRICT_INTEGER)
    except TypeError:
        raise NotPlainError from None
    if again == text.encode(errors="replace"):
        return True
    if _is_uncountable(text):
        # Raises when a name stands twice.
        _PAIRS.raw_decode(text)
        return True
    return text.count('":') == again.count(b'":')


def _is_uncountable(text: str) -> bool:
    """Whether a mark and the colon behind it may be written in another way than they are read."""
    return "\\u" in text or " :" in text or any(blank in text and f"{blank}:" in text for blank in "\n\t\r")


def _depth(value: object) -> int:
    depth, level = 0, [value] if isinstance(value, dict | list) else []
    while level and depth < DEEPEST:
        depth += 1
        level = [inner for each in level for inner in _inside(each) if isinstance(inner, dict | list)]
    return depth


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) != len(pairs):
        raise NotPlainError
    return held


def _number(text: str) -> int | Decimal:
    try:
        number = plain(Decimal(text))
    except ArithmeticError:
        raise NotPlainError from None
    if number is None:
        raise NotPlainError
    return number


def _no_number(_text: str) -> NoReturn:
    raise NotPlainError


_READER = json.JSONDecoder(parse_float=_number, parse_constant=_no_number)
_PAIRS = json.JSONDecoder(object_pairs_hook=_named_once)
_SCANNER = json.JSONDecoder()
