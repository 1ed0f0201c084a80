"""Why a text is no JSON, told from what usually went wrong, without a word of the text."""

import re

import orjson

from bods.reading.brackets import WHITE, end_of, without_strings
from bods.reading.unreadable import Unreadable

_NO_NUMBER = re.compile(rb"\b(?:NaN|Infinity)\b")

#: What the parser says, and what that means for whoever wrote the file.
_SAID = (
    ("depth limit", "This is nested too deep: a statement has fewer than ten levels."),
    (
        "surrogate",
        "A \\u escape here is half a character: write characters over U+FFFF as a pair, or plainly.",
    ),
    ("infinity", "A number here is too large: write a number with fewer digits."),
    ("leading zero", "A number here begins with 0: write it without the 0, or as text in quotation marks."),
    ("control character", "A text here holds a line break or tab as it is: write \\n or \\t instead."),
    ("trailing comma", "A comma here is followed by nothing: remove the last comma of the list."),
    ("string key", "The name of a field here is not in double quotation marks: put it in them."),
)


def unreadable(text: bytes) -> Unreadable:
    """Say why `text`, a line or a member of an array that does not parse, is no JSON; what follows it may be read."""
    return Unreadable(_sentence(text.strip(WHITE)), fatal=False)


def _sentence(text: bytes) -> str:
    return _of_characters(text) or _of_shape(text) or _of_parser(text)


def _of_characters(text: bytes) -> str | None:
    if b"\0" in text:
        return "There are NUL bytes here: save the file as UTF-8, or fetch it again."
    try:
        text.decode()
    except UnicodeDecodeError as fault:
        return f"Byte {fault.start + 1} here is not UTF-8: save the file as UTF-8."
    return None


def _of_shape(text: bytes) -> str | None:
    if not text:
        return "A value is missing here: remove the comma too many."
    if text.endswith(b",") and is_json(text[:-1]):
        return "A comma follows the statement: remove it, or write all as one array in [ and ]."
    if text[0] not in b"{[":
        return None
    end = end_of(text, 0)
    if end is None:
        return "This stops before its end: look for a bracket or quotation mark missing, or a file cut off."
    if end < len(text) and is_json(text[:end]):
        return "More than one value stands here: write one statement a line, or all as one array."
    return None


def _of_parser(text: bytes) -> str:
    if _NO_NUMBER.search(without_strings(text)):
        return "NaN and Infinity are no JSON: write a number, or leave the field out."
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        told = next((sentence for part, sentence in _SAID if part in str(fault)), None)
        return told or f"From character {fault.pos + 1} on this is no JSON: look at the marks around it."
    return "This could not be read."


def is_json(text: bytes) -> bool:
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError:
        return False
    return True
