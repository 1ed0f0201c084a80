"""Text as a cell of an Excel sheet holds it: signs that XML forbids are written `_x0001_`, and read back.

Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
"""

import re
from collections.abc import Iterator

#: As many characters (of UTF-16) as Excel keeps in a cell.
LONGEST = 32_767
#: A piece of a long text: should each of its characters be written in seven, it still fits.
_PIECE = LONGEST // 7
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
#: What XML forbids, what it would change (a carriage return), and what looks like our way of writing these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ODD = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x")
#: Half a sign (a surrogate) is none: nobody writes one, and no text can hold it.
_WRITTEN = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    """Write a text as the content of an XML element."""
    if not _ODD.search(text):
        return text
    return _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text).translate(_MARKUP)


def unescaped(text: str) -> str:
    """Read a text that XML has given: `_x0001_` is one sign again."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def is_too_long(text: str) -> bool:
    """Whether Excel would cut a text off."""
    if len(text) <= _PIECE:
        return False
    return len(_FORBIDDEN.sub("_x0000_", text).encode("utf-16-le")) // 2 > LONGEST


def pieces(text: str) -> Iterator[str]:
    """Cut a text into pieces that each fit into a cell."""
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]
