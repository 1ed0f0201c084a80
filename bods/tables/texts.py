"""Published texts in, their JSON objects out; and from JSON objects statements."""

import json
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
    """Write a value as compact JSON. Raises NotAStatementError when it is nested in more than 900 levels."""
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:  # it writes 254 levels and reads 1,024
        pass
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        raise NotAStatementError("", "values nested less deeply") from None
