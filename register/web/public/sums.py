"""What awards come to, currency by currency; an award that several suppliers share counts once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from register.actions.published_contracts import PublicAward


@dataclass(frozen=True, slots=True)
class Won:
    """How many awards, what they come to in each currency, and the day of the first one."""

    awards: int
    value: tuple[tuple[str, Decimal], ...]
    since: date | None


def sums_of(awards: Iterable[PublicAward]) -> Won:
    """Add up awards."""
    once = {(award.ocid, award.award_id): award for award in awards}
    sums: dict[str, Decimal] = {}
    for award in once.values():
        if award.value is not None:
            sums[award.currency or ""] = sums.get(award.currency or "", Decimal(0)) + award.value
    days = [award.awarded_on for award in once.values() if award.awarded_on]
    return Won(len(once), tuple(sorted(sums.items(), key=lambda pair: -pair[1])), min(days, default=None))
