"""One JSON value built from a parser's events, with what is odd about the way it is written."""

from decimal import Decimal
from typing import Any

from register.ocds.decoding import UNREADABLE
from register.ocds.fault import Notes, step
from register.ocds.numerals import plain

DEEPEST = 100
#: Values in one release; the largest ever seen has some ten thousand.
MOST_VALUES = 1_000_000


class Growing:
    """Feed it events until `complete`. `refused` says why the value cannot be used, and is empty when it can.

    A name that stands twice in one object leaves open which value is meant: such a value cannot be used. `lists` are names
    of the outermost object that may: their members are given one by one, and none is lost.
    """

    def __init__(self, lists: tuple[str, ...] = ()) -> None:
        self._lists = lists
        self.value: Any = None
        self.complete = False
        self.refused = ""
        self.notes = Notes()
        self._open: list[dict[str, Any] | list[Any]] = []
        self._names: list[str] = []
        self._depth = 0
        self._values = 0

    @property
    def here(self) -> str:
        """The JSON pointer, within the value, of what comes next."""
        place = ""
        for depth, (container, name) in enumerate(zip(self._open, self._names, strict=True), start=1):
            if isinstance(container, list):
                # A list that holds what is being built counts it already; the innermost one does not.
                place = step(place, len(container) - (depth < len(self._open)))
            elif name:
                place = step(place, name)
        return place

    @property
    def on_top(self) -> bool:
        """Whether what comes next is a member of the outermost value."""
        return self._depth == 1

    def feed(self, event: str, value: object) -> None:
        if event == "map_key":
            self._name(str(value))
        elif event in ("start_map", "start_array"):
            self._begin({} if event == "start_map" else [])
        elif event in ("end_map", "end_array"):
            self._end()
        else:
            self._put(self._scalar(value))

    def _begin(self, container: dict[str, Any] | list[Any]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(f"This is nested more than {DEEPEST} deep; it was left out.")
        self._put(container)
        if not self.refused:
            self._open.append(container)
            self._names.append("")

    def _end(self) -> None:
        self._depth -= 1
        self.complete = self._depth == 0
        if not self.refused:
            self._open.pop()
            self._names.pop()

    def _name(self, name: str) -> None:
        if self.refused:
            return
        name = self._text(name)
        self._names[-1] = name
        if name in self._open[-1]:
            self._doubled(name)

    def _doubled(self, name: str) -> None:
        if self.on_top and name in self._lists:
            self.notes.add(self.here, "This list stands twice; the members of both were read.")
        else:
            self._refuse(
                "This name stands twice in one object, so what is meant cannot be told; it was left out."
            )

    def _put(self, value: object) -> None:
        self.complete = self._depth == 0
        self._values += 1
        if self._values > MOST_VALUES:
            self._refuse(f"This holds more than {MOST_VALUES:,} values; it was left out.")
        if self.refused:
            return
        if not self._open:
            self.value = value
        elif isinstance(container := self._open[-1], dict):
            container[self._names[-1]] = value
        else:
            container.append(value)

    def _scalar(self, value: object) -> object:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return self._number(value)
        return value

    def _number(self, value: int | Decimal) -> int | Decimal | None:
        number = plain(value)
        if number is None:
            self.notes.add(self.here, "This number has too many digits to be meant; it was left out.")
        return number

    def _text(self, text: str) -> str:
        if UNREADABLE in text:
            self._refuse("This holds bytes that are not UTF-8; it was left out.")
        if "\0" in text:
            self.notes.add(self.here, "NUL characters were taken out of this text.")
            return text.replace("\0", "")
        return text

    def _refuse(self, sentence: str) -> None:
        if not self.refused:
            self.notes.add(self.here, sentence)
        self.refused = self.refused or sentence
        self.value = None
        self._open.clear()
        self._names.clear()
