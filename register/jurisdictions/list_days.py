"""For how long a list of officials, the exposed, the barred or the sanctioned is good before a newer one is due."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class ListDays:
    """Days, counted from the day that a list speaks of."""

    officials: int
    exposed: int
    debarred: int
    sanctioned: int

    def stale_from(self, kind: str, listed_on: date) -> date:
        """The first day on which a list of a kind ("officials" or one of the others) is too old."""
        days: int = getattr(self, kind)
        return listed_on + timedelta(days + 1)
