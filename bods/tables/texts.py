"""Published texts in, their JSON objects out; and from JSON objects statements."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from bods.exceptions import NotAStatementError, UnreadableFileError
from bods.reading import statement_from
from bods.statements import Statement


def objects_in(texts: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Parse texts of one JSON object each.

    Raises UnreadableFileError with the text's place, from 1, when one is not JSON; NotAStatementError with its place,
    from 0, when one is no object.
    """
    for position, text in enumerate(texts):
        yield _object(text, position)


def statements_in(values: Iterable[Mapping[str, Any]]) -> Iterator[Statement]:
    """Read JSON objects as statements. Raises NotAStatementError whose place begins with the position, from 0."""
    for position, value in enumerate(values):
        try:
            yield statement_from(value)
        except NotAStatementError as fault:
            raise fault.under(position) from None


def one_line_each(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Give the same texts without ends of lines: in JSON they stand between values only. Raises as `objects_in` does."""
    for position, text in enumerate(texts):
        _object(text, position)
        yield text.replace(b"\n", b" ").replace(b"\r", b" ")


def _object(text: bytes, position: int) -> dict[str, Any]:
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        raise UnreadableFileError(str(fault), position + 1) from None
    if not isinstance(value, dict):
        raise NotAStatementError("", "an object").under(position)
    return value


def json_text(value: object) -> str:
    """Write a value as compact JSON, however deeply it is nested."""
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:  # it writes 254 levels, and reads 1,024
        return "".join(_pieces(value))


class _Written(str):
    """A piece of JSON that stands as it is."""

    __slots__ = ()


def _pieces(value: object) -> Iterator[str]:
    """Give JSON in pieces, without one call inside another for each level."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, _Written):
            yield item
        elif isinstance(item, dict):
            waiting.append(_Written("}"))
            for place, (name, member) in reversed(list(enumerate(item.items()))):
                waiting += (member, _Written(f"{'{,'[place > 0]}{orjson.dumps(name).decode()}:"))
            waiting += () if item else (_Written("{"),)
        elif isinstance(item, list):
            waiting.append(_Written("]"))
            for place, member in reversed(list(enumerate(item))):
                waiting += (member, _Written("[,"[place > 0]))
            waiting += () if item else (_Written("["),)
        else:
            yield orjson.dumps(item).decode()
