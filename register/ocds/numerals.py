"""JSON with exact numbers: what is written is read again to the last digit, and one value has one text."""

import json
from decimal import Context, Decimal
from typing import Any

import orjson

#: A number with more digits than this is no amount of anything.
MOST_DIGITS = 60
_EXACT = Context(prec=MOST_DIGITS)
#: Whole numbers below it, and above its negative, are `int`; all others are Decimal.
WORD = 2**63


def plain(number: int | Decimal) -> int | Decimal | None:
    """Write a number one way: `480000.0` is `480000`. None for what has too many digits to be meant."""
    decimal = Decimal(number)
    if (
        not decimal.is_finite()
        or len(decimal.as_tuple().digits) > MOST_DIGITS
        or abs(decimal.adjusted()) > MOST_DIGITS
    ):
        return None
    normal = decimal.normalize(_EXACT)
    whole = normal == normal.to_integral_value() and abs(normal) < WORD
    return int(normal) if whole else normal


def canonical(value: object) -> str:
    """Write a value as JSON in the one way that equal values share: keys in order, no spaces."""
    return orjson.dumps(value, default=exact, option=orjson.OPT_SORT_KEYS).decode()


def loaded(text: str) -> dict[str, Any]:
    """Read an object that `canonical` wrote; numbers that are not whole are Decimal."""
    body: dict[str, Any] = json.loads(text, parse_float=Decimal, parse_int=_whole)
    return body


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < len(str(WORD)) else Decimal(digits)


def exact(value: object) -> orjson.Fragment:
    """Write a number that is not whole with the digits it has."""
    if isinstance(value, Decimal):
        return orjson.Fragment(str(value).encode())
    raise TypeError(f"{type(value).__name__} is no JSON value")
