"""A value as the text of one cell, and back, where the column says what type of value to expect.

Text, true and false, and numbers stand as they are in columns made for them. Whatever else there is, stands as JSON
with a mark before it: `json:null`, `json:[]`, `json:{"a":1}`; a number in a column of texts is `json:7`, and so are
an empty text, `json:""`, and a text that begins with the mark itself. An empty cell says that there is no such field.
"""

import math

import orjson

from bods.tables.cells import FITS
from bods.tables.fields import Known
from bods.tables.texts import json_text

MARK = "json:"
#: Fields that the standard does not know hold text, for all we know.
UNKNOWN = Known(kinds=frozenset({"string"}))
_TRUTHS = {"true": True, "false": False}


def literal(known: Known, value: object) -> str:
    """Write a value as the text of a cell in the column of a field."""
    if isinstance(value, str):
        plain = "string" in known.kinds and FITS["string"](value) and not value.startswith(MARK)
        return value if plain else MARK + json_text(value)
    if isinstance(value, bool):
        return json_text(value) if "boolean" in known.kinds else MARK + json_text(value)
    plain = "number" in known.kinds and isinstance(value, int | float)
    return json_text(value) if plain else MARK + json_text(value)


def value_of(known: Known, text: str) -> object:
    """Read the text of a cell in the column of a field.

    Raises orjson.JSONDecodeError (a ValueError) when it is marked as JSON and is none.
    """
    if text.startswith(MARK):
        return orjson.loads(text[len(MARK) :])
    if "boolean" in known.kinds:
        return _TRUTHS.get(text.lower(), text)
    if "number" in known.kinds:
        return _number(text)
    return text


def _number(text: str) -> int | float | str:
    """Read a number as JSON has it; another text stays what it is."""
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return text
    return value if isinstance(value, int | float) and math.isfinite(value) else text
