"""Names that stand twice in one object of JSON: readers differ on which value counts, so no such file is taken."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson

from register.ocds.fault import step

#: So many are told of one file.
MOST_TOLD = 100
TWICE = (
    "This name stands twice in one object, so what is meant cannot be told; nothing of the file was taken."
)


def doubled_names(stream: BinaryIO) -> Iterator[str]:
    """Give the JSON pointer of each name that its object had before. Of several values the number of the value leads.

    Ends where the text stops being JSON: that is for the reader to say.
    """
    events = ijson.basic_parse(stream, multiple_values=True)
    way = _Way()
    try:
        for event, value in events:
            if event == "map_key":
                if way.name(value):
                    yield way.here
            elif event in ("start_map", "start_array"):
                way.begin(set() if event == "start_map" else None)
            elif event in ("end_map", "end_array"):
                way.end()
            else:
                way.passed()
    except (ijson.JSONError, UnicodeDecodeError, ArithmeticError):
        return


class _Way:
    """Where in the text the parser is: for each open object the names it had, for each open list how far it is."""

    def __init__(self) -> None:
        self._names: list[set[str] | None] = [None]
        self._steps: list[str | int] = [0]

    @property
    def here(self) -> str:
        place = ""
        for each in self._steps if self._steps[0] else self._steps[1:]:
            place = step(place, each)
        return place

    def name(self, name: str) -> bool:
        """Come to a name; says whether its object had it before."""
        names = self._names[-1]
        self._steps[-1] = name
        if names is None or name in names:
            return names is not None
        names.add(name)
        return False

    def begin(self, names: set[str] | None) -> None:
        self._names.append(names)
        self._steps.append(0)

    def end(self) -> None:
        self._names.pop()
        self._steps.pop()
        self.passed()

    def passed(self) -> None:
        """A value is over: in a list the next one comes."""
        last: Any = self._steps[-1]
        if self._names[-1] is None:
            self._steps[-1] = last + 1
