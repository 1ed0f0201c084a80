"""What is wrong with one cell of a file, told by its place and never by what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CellFault:
    """A fault of one cell. `message` is a msgid with `facts` for its placeholders; they hold nothing private.

    `row` counts from 1 with the heads' row; 0 speaks of the whole sheet. `column` is the head of the column.
    """

    row: int
    column: str
    message: str
    sheet: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
