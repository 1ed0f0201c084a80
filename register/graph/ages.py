"""How old somebody is, as far as a day or only a month of birth tells."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Born:
    """The first and the last day on which somebody may have been born; equal when the day is known."""

    earliest: date
    latest: date

    @classmethod
    def told(cls, day: date | None, month: str | None) -> "Born | None":
        """Read a day, else a month (YYYY-MM); None when neither is known."""
        if day is not None:
            return cls(day, day)
        if not month:
            return None
        year, number = int(month[:4]), int(month[5:7])
        return cls(date(year, number, 1), date(year, number, monthrange(year, number)[1]))

    def least_age(self, on: date) -> int:
        """The full years that have passed at least."""
        return years_between(self.latest, on)

    def greatest_age(self, on: date) -> int:
        """The full years that have passed at most."""
        return years_between(self.earliest, on)


def years_between(born: date, on: date) -> int:
    """Give the full years between two days; less than nothing for who is not born yet."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
