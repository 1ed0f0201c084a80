"""What a cell can hold as it is, and how text is kept from being run by a spreadsheet.

A spreadsheet takes a cell that begins with = + - @ for a formula, also after blanks. Such a text gets an apostrophe
before it, and so does a text that begins with an apostrophe: whoever takes one apostrophe away has the text again.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

APOSTROPHE = "'"
#: A formula's first sign, also in full width as Japanese spreadsheets read it, with what is skipped before it.
#: And the mark of byte order, which readers take for the beginning of a file and not for a part of its first cell.
_RISKY = re.compile(r"[\t\r\n'\ufeff]|\s*[=+\-@＝＋－＠]")
#: Signs that XML forbids and that many a reader of tables stumbles over: all controls but tab and ends of lines.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
#: Whole numbers up to here are the same in every program that counts in floats of 64 bits.
_EXACT = 2**53


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might run this text, or mistake its first sign for the mark against that."""
    return _RISKY.match(text) is not None


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet might run."""
    return APOSTROPHE + text if is_risky(text) else text


def unguarded(text: str) -> str:
    """Take the apostrophe away that `guarded` put there; other people's apostrophes stay."""
    return text[1:] if text.startswith(APOSTROPHE) and is_risky(text[1:]) else text


def is_plain_text(value: object) -> bool:
    """Whether a value is text that a cell can hold: some text, and no control but tab and ends of lines."""
    return isinstance(value, str) and value != "" and not _UNFIT.search(value)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, float) or (isinstance(value, int) and -_EXACT <= value <= _EXACT)


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


#: For each type of column, whether a value can stand in it as it is.
FITS: Mapping[str, Callable[[object], bool]] = {
    "string": is_plain_text,
    "boolean": _is_truth,
    "number": _is_number,
    "integer": _is_number,
    "date": _is_day,
}
