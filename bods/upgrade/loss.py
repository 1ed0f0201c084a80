"""What an upgrade could not take along as it was."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that changed meaning or was left out: its place (JSON Pointer in the old file), field, and how."""

    place: str
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Losses:
    """The losses so far, and the place in the old file that is being read now."""

    place: str = ""
    told: list[Loss] = field(default_factory=list)

    def at(self, *steps: str | int) -> "Losses":
        """Go on one or more levels further in; losses told there are told here too."""
        return replace(self, place=self.place + "".join(f"/{step}" for step in steps))

    def tell(self, name: str, sentence: str) -> None:
        self.told.append(Loss(self.place, name, sentence))
