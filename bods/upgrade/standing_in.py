"""A day for statements that give none, from what others in the file say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bods.upgrade.dates import first_day
from bods.upgrade.old import Old


@dataclass(frozen=True, slots=True)
class Tie:
    """An old relationship with the records of its parties, None where nobody is named."""

    old: Old
    subject: str | None
    party: str | None


class StandIns:
    """The days that can stand in: looked for when the first statement without a day asks."""

    def __init__(self, olds: Sequence[Old], ties: Sequence[Tie], undated: date | None) -> None:
        self._olds = olds
        self._ties = ties
        self._undated = undated

    def day_for(self, record_id: str) -> str | None:
        """Give the day for a statement about a record: the first on which a relationship names it.

        Else the last day that the file speaks of, since the file was made no earlier; else the day that was given for
        files without any; else None.
        """
        named = self._named.get(record_id)
        if named is not None:
            return named
        if self._last is not None:
            return self._last
        return None if self._undated is None else self._undated.isoformat()

    @cached_property
    def _named(self) -> dict[str, str]:
        days: dict[str, str] = {}
        for tie in self._ties:
            begins = first_day(tie.old.day)
            for record_id in (tie.subject, tie.party):
                if begins is not None and record_id is not None:
                    days[record_id] = min(days.get(record_id, begins[0]), begins[0])
        return days

    @cached_property
    def _last(self) -> str | None:
        days = [begins[0] for old in self._olds if (begins := first_day(old.day))]
        return max(days, default=None)
