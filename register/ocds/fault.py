"""What is wrong with something that was to be imported, said so that its publisher can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the place in it (a JSON pointer, a line, or empty for the whole), and a sentence.

    The sentence says what was kept all the same, and never repeats a private particular.
    """

    file: str
    place: str
    sentence: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.sentence}"


class Notes:
    """Oddities met on the way through one value: places within it, and sentences."""

    def __init__(self) -> None:
        #: Each once, in the order in which it was met. A hostile value brings one oddity for each of its members.
        self.met: dict[tuple[str, str], None] = {}

    def add(self, place: str, sentence: str) -> None:
        self.met.setdefault((place, sentence))

    def faults(self, file: str, place: str = "") -> tuple[Fault, ...]:
        """Give them as faults of a file, under the place where the value stands."""
        return tuple(Fault(file, place + inside, sentence) for inside, sentence in self.met)


def step(place: str, name: str | int) -> str:
    """Give the JSON pointer one step further in (RFC 6901)."""
    if isinstance(name, str) and ("~" in name or "/" in name):
        name = name.replace("~", "~0").replace("/", "~1")
    return f"{place}/{name}"
