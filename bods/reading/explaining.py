"""Why a text is no JSON, told from what usually went wrong, without a word of the text."""

import re

import orjson

from bods.reading.brackets import WHITE, end_of, without_strings
from bods.reading.unreadable import Unreadable

_NO_NUMBER = re.compile(rb"\b(?:NaN|Infinity)\b")

#: What the parser says, and what that means for whoever wrote the file.
_SAID = (
    (
        "depth limit",
        "This is nested too deep. A statement has fewer than ten levels: look how it was written.",
    ),
    ("byte order mark", "A byte order mark stands here. Remove it: it belongs before a whole file only."),
    ("surrogate", "Half a character is written here after \\u. Write both halves, or the character itself."),
    ("infinity", "A number here is too large. Write it with fewer digits."),
    ("leading zero", "A number here begins with 0. Leave the 0 out, or write a text in quotation marks."),
    ("control character", "A text here has a line break or a tab in it. Write \\n or \\t instead."),
    ("trailing comma", "Nothing follows a comma here. Remove the last comma of the list."),
    ("string key", "The name of a field here is not in double quotation marks. Put it in them."),
)


def unreadable(text: bytes) -> Unreadable:
    """Say why `text`, a line or a member of an array that does not parse, is no JSON; what follows it may be read."""
    text = text.strip(WHITE)
    return Unreadable(_of_characters(text) or _of_shape(text) or _of_parser(text), fatal=False)


def is_json(text: bytes) -> bool:
    return _fault(text) is None


def _fault(text: bytes) -> orjson.JSONDecodeError | None:
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        return fault
    return None


def _of_characters(text: bytes) -> str | None:
    if b"\0" in text:
        return "There are NUL bytes here. Save the file as UTF-8, or fetch it again."
    try:
        text.decode()
    except UnicodeDecodeError as fault:
        return f"Byte {fault.start + 1} here is not UTF-8. Save the file as UTF-8."
    return None


def _of_shape(text: bytes) -> str | None:
    if not text:
        return "A value is missing here. Remove the comma too many."
    if text.endswith(b",") and is_json(text[:-1]):
        return "A comma follows the statement. Remove it, or write all as one array in [ and ]."
    if text[0] not in b"{[":
        return None
    end = end_of(text, 0)
    if end is None:
        return "This stops before its end. Look for a bracket or quotation mark missing, or a file cut off."
    if end < len(text) and is_json(text[:end]):
        return "More than one value stands here. Write one statement a line, or all as one array."
    return None


def _of_parser(text: bytes) -> str:
    if _NO_NUMBER.search(without_strings(text)):
        return "A figure here is NaN or Infinity, which is no JSON. Write a number, or leave the field out."
    fault = _fault(text)
    said = str(fault)
    place = fault.pos + 1 if fault else 1
    return next(
        (sentence for part, sentence in _SAID if part in said),
        f"From character {place} on this is no JSON. Look at the marks around it.",
    )
