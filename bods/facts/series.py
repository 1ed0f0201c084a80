"""What the statements about one record say together, and which versions a file says it is of."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordSeries:
    """All statements about one record, in the order of their dates (of one moment: in the order of the file).

    `news` and `closings` count statements of status new and closed (3 stands for three or more); `first` and `last` are
    the statuses of the first and the last, None where they do not say. `types` are all record types that occur.
    `parties_changed`: a relationship that names another subject or interested party than before. `withheld` and
    `described`: statements that withhold a person, and others that name the same person. `order` tells where in the
    file the record stands for the last time: one more than the place.
    """

    record_id: str
    order: int
    news: int
    closings: int
    first: str | None
    last: str | None
    types: frozenset[str]
    parties_changed: bool
    withheld: bool
    described: bool
    after_closed: bool

    @property
    def begins_well(self) -> bool:
        """Whether the one statement that says new, if there is one, is the first."""
        return not self.news or (self.news == 1 and self.first == "new")

    @property
    def ends_well(self) -> bool:
        """Whether the one statement that closes the record, if there is one, is the last."""
        return not self.closings or (self.closings == 1 and self.last == "closed")


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of the standard that the statements of a file claim, each with the number of statements.

    `first` is what the first statement claims, None where it claims nothing; `silent` counts statements without any.
    """

    first: object
    counts: Mapping[str, int]
    silent: int
