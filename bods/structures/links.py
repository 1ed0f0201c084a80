"""The common form of all that is held: who, in which body, by which stakes."""

from dataclasses import dataclass

from bods.structures.stakes import Stake


@dataclass(frozen=True, slots=True)
class Link:
    """One direct holding, by the keys of its two ends."""

    holder: str
    held: str
    stakes: tuple[Stake, ...]

    @property
    def pair(self) -> tuple[str, str]:
        return (self.holder, self.held)
