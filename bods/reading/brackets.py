"""Where values end in JSON text, told by its strings and brackets alone: exact for good JSON, never lost in bad."""

import re

#: White space as JSON has it, and nothing else.
WHITE = b" \t\r\n"

_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_STRINGS = re.compile(_STRING, re.DOTALL)
_NEXT_BRACKETS = re.compile(rb'[^"\[\]{}]*+(?:%s[^"\[\]{}]*+)*+([\[{]++|[\]}]++)' % _STRING, re.DOTALL)
_NEXT_MARK = re.compile(rb'[^"\[\]{},]*+(?:%s[^"\[\]{},]*+)*+([\[\]{},])' % _STRING, re.DOTALL)
_COMMA = ord(",")


def end_of(text: bytes, start: int) -> int | None:
    """Give the place after the bracket that closes the one at `start`, or None when the text ends before it.

    Brackets are counted whatever their shape: which shapes belong together is for the parser to judge.
    """
    depth, place = 1, start + 1
    while found := _NEXT_BRACKETS.match(text, place):
        first, place = found.span(1)
        if text[first] in b"[{":
            depth += place - first
        elif place - first >= depth:
            return first + depth
        else:
            depth -= place - first
    return None


def commas_in(text: bytes) -> tuple[list[int], int | None]:
    """Give the places of the commas between the members that `text` begins with, and of the bracket after the last.

    The second is None when the text ends first, be it within a member.
    """
    commas: list[int] = []
    place: int | None = 0
    while place is not None and (found := _NEXT_MARK.match(text, place)):
        mark = found.start(1)
        if text[mark] == _COMMA:
            commas.append(mark)
            place = mark + 1
        elif text[mark] in b"]}":
            return commas, mark
        else:
            place = end_of(text, mark)
    return commas, None


def ends_open(text: bytes) -> bool:
    """Whether the value at the beginning goes on after `text`, which does not end within a string."""
    return end_of(text, 0) is None and b'"' not in without_strings(text)


def without_strings(text: bytes) -> bytes:
    return _STRINGS.sub(b"", text)
