"""A list of bidders as somebody typed or copied it: a name, a number or both a line, or columns with heads."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: So many bidders are looked at at once; a longer list is a whole register, for which there is another way.
MOST = 60
LONGEST_NAME, LONGEST_LINE = 300, 2000
SEPARATORS = "\t;,"
#: Heads of columns that hold a name or a number, in small letters without what parts their words.
NAME_HEADS = frozenset({"name", "bidder", "company", "supplier", "tenderer"})
NUMBER_HEADS = frozenset({"number", "id", "pin", "registrationnumber", "companynumber", "officialnumber"})
#: A number holds a figure, and one word; "1st Choice Ltd" is a name.
NUMBER = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9/.-]*")
#: Behind a name, "PVT-HCYAGBED" is a number too: some have no figure by chance.
LETTERS = re.compile(r"[A-Z]{2,5}-[A-Z]{4,12}")


@dataclass(frozen=True, slots=True)
class ListedBidder:
    """One bidder of the list: `line` counts from 1; name or number may be empty, not both."""

    line: int
    name: str
    number: str


def listed_bidders(text: str) -> tuple[ListedBidder, ...]:
    """Read a list; lines that say the same bidder twice count once, lines that say nothing are left out."""
    rows = list(_rows(text))
    columns = _columns(rows[0][1]) if rows else None
    found: dict[tuple[str, str], ListedBidder] = {}
    for line, cells in rows[1:] if columns else rows:
        name, number = _picked(cells, columns) if columns else _guessed(cells)
        if name or number:
            found.setdefault((name.casefold(), number), ListedBidder(line, name[:LONGEST_NAME], number))
    return tuple(found.values())


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for line, content in enumerate(text.replace("\ufeff", "").splitlines(), 1):
        if content.strip():
            told = content[:LONGEST_LINE]
            separator = next((each for each in SEPARATORS if each in told), ",")
            cells = next(csv.reader([told], delimiter=separator), [])
            yield line, [" ".join(each.split()) for each in cells]


def _columns(heads: Sequence[str]) -> tuple[int | None, int | None] | None:
    """Where names and numbers stand, by the heads; None where the first line is no line of heads."""
    plain = [re.sub(r"[^a-z]", "", each.lower()) for each in heads]
    name, number = (
        next((place for place, each in enumerate(plain) if each in wanted), None)
        for wanted in (NAME_HEADS, NUMBER_HEADS)
    )
    return None if name is None and number is None else (name, number)


def _picked(cells: Sequence[str], columns: tuple[int | None, int | None]) -> tuple[str, str]:
    name, number = (cells[place] if place is not None and place < len(cells) else "" for place in columns)
    return name, _number(number)


def _guessed(cells: Sequence[str]) -> tuple[str, str]:
    numbers = [each for each in cells if NUMBER.fullmatch(each)]
    if cells and cells[0] not in numbers:
        numbers = numbers or [each for each in cells[1:] if LETTERS.fullmatch(each)]
    names = [each for each in cells if each and each not in numbers]
    return ", ".join(names), _number(numbers[0]) if numbers else ""


def _number(text: str) -> str:
    return "".join(text.split()).upper()
