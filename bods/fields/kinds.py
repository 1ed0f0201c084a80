"""The kinds of values that the standard's fields hold: text, truth, days, moments, codes, lists."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from bods.codelists import Code
from bods.exceptions import NotAStatementError
from bods.fields.shape import Kind
from bods.statements import moment

_DAY_FIRST = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def read_text(value: object) -> str:
    """Take a JSON string as it is."""
    if not isinstance(value, str):
        raise NotAStatementError("", "text")
    return value


def _read_truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise NotAStatementError("", "true or false")
    return value


def _read_day(value: object) -> date:
    try:
        if isinstance(value, str) and len(value) == len("2024-01-31") and value[4] == "-" == value[7]:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise NotAStatementError("", "a full date such as 2024-01-31")


@lru_cache(maxsize=4096)
def _is_moment(text: str) -> bool:
    # Forms of ISO 8601 that the standard does not use, such as 20240131 and 2024-W05, have no day to cut out.
    try:
        moment(text)
    except ValueError:
        return False
    return _DAY_FIRST.match(text) is not None


def _read_moment(value: object) -> str:
    text = read_text(value)
    if not _is_moment(text):
        raise NotAStatementError("", "a date or a date and time")
    return text


def code(codes: type[Code]) -> Kind:
    """The kind of a field that holds one code of a codelist."""
    known = {str(member): member for member in codes}

    def read(value: object) -> Code:
        found = known.get(value) if isinstance(value, str) else None
        if found is None:
            raise NotAStatementError("", "one of " + ", ".join(known))
        return found

    return Kind(read, str)


def many(kind: Kind) -> Kind:
    """The kind of a field that holds a list."""

    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise NotAStatementError("", "a list")
        found = []
        for place, item in enumerate(value):
            try:
                found.append(kind.read(item))
            except NotAStatementError as fault:
                raise fault.under(place) from None
        return tuple(found)

    write = kind.write
    if write is None:
        return Kind(read, list)
    return Kind(read, lambda things: [write(thing) for thing in things])


TEXT = Kind(read_text)
TRUTH = Kind(_read_truth)
DAY = Kind(_read_day, date.isoformat)
MOMENT = Kind(_read_moment)
TEXTS = many(TEXT)
