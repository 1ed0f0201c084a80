"""What an upgrade could not take along as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that changed meaning, was added, or was left out.

    `place` is the JSON Pointer of the object (or the list's member) in the old file, whose first step is the
    statement's position counted from 0; "" is the file. `field` is the field's name there. `sentence` says what
    happened and repeats nothing of what was written.
    """

    place: str
    field: str
    sentence: str


#: What an upgrade does with each loss as it is found.
Tell: TypeAlias = Callable[[Loss], None]
