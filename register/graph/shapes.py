"""The shapes a drawing is made of; all measures are px of the drawing."""

from dataclasses import dataclass
from typing import Literal

BoxKind = Literal["person", "company", "subject", "unknown"]
LineKind = Literal["owns", "controls"]


@dataclass(frozen=True, slots=True)
class Box:
    """One party. Units are px of the drawing; `lines` are the name broken to fit, `note` the small words below it."""

    x: float
    y: float
    width: float
    height: float
    kind: BoxKind
    lines: tuple[str, ...]
    note: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """What one party holds in another: the path of the line, its arrow head, and the word or share on it."""

    path: str
    head: str
    kind: LineKind
    indirect: bool
    emphasised: bool
    label: str
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Amount:
    """What somebody won: the words, where they lead, and a bar of one piece a contract, each from and to (px)."""

    x: float
    y: float
    words: str
    href: str | None
    bar_y: float
    pieces: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of chains. `id` is unique on the page; `description` tells the same facts in sentences."""

    id: str
    title: str
    description: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    wide: bool
    amounts: tuple[Amount, ...] = ()
