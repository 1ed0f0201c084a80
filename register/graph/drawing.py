"""A chain of owners as boxes and lines, ready to be written as SVG."""

from dataclasses import dataclass
from typing import Literal

BoxKind = Literal["person", "company", "subject", "unknown"]
LineKind = Literal["owns", "controls"]

NAME_STEP = 17.0
NOTE_STEP = 16.5


@dataclass(frozen=True, slots=True)
class Box:
    """One party. Units are pixels of the drawing; `lines` are the name broken to fit."""

    x: float
    y: float
    width: float
    height: float
    kind: BoxKind
    lines: tuple[str, ...]
    note: str
    href: str | None

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def radius(self) -> int:
        return 16 if self.kind == "person" else 2

    @property
    def baselines(self) -> tuple[float, ...]:
        """Where each line of the name stands; the block of text is centred in the box."""
        block = NAME_STEP * (len(self.lines) - 1) + (NOTE_STEP if self.note else 0)
        first = self.y + (self.height - block) / 2 + 4.5
        return tuple(first + NAME_STEP * place for place in range(len(self.lines)))

    @property
    def note_baseline(self) -> float:
        return self.baselines[-1] + NOTE_STEP


@dataclass(frozen=True, slots=True)
class Line:
    """One stake or several between the same two: the path of the line, its arrow head, and the word or share on it."""

    path: str
    head: str
    kind: LineKind
    indirect: bool
    emphasised: bool
    label: str
    label_x: float
    label_y: float


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
