"""What trusts, nominee agreements and joint shareholdings have in common: a body, and those who take part in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from bods.codelists import InterestType
from bods.structures.links import Link
from bods.structures.stakes import Stake


@dataclass(frozen=True, slots=True)
class Part:
    """How one party (a key) takes part in an arrangement: one stake for each of its roles."""

    party: str
    stakes: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A body that exists by agreement, and its parties; the order of `parts` means nothing and is by key.

    `body` is the key of the arrangement. What it holds, in the subject or elsewhere, is told by a `Holding`.
    """

    body: str
    parts: tuple[Part, ...]

    #: The only kinds of interest that the standard lets its parties have.
    roles: ClassVar[frozenset[InterestType]] = frozenset(InterestType)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(sorted(self.parts, key=lambda part: part.party)))

    def links(self, subject: str) -> Iterator[Link]:
        """Give one link for each party."""
        for part in self.parts:
            yield Link(part.party, self.body, part.stakes)
