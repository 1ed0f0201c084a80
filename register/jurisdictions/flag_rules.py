"""What the flags measure by: periods, counts and shares that the place sets, and its dated list of secrecy jurisdictions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class SecrecyList:
    """Jurisdictions (ISO 3166-1 alpha-2) that a list names from a day on; the newest begun one is in force."""

    since: date
    source: str
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class MethodLimit:
    """The most that may be bought by a method without a more open one, in the place's currency."""

    method: str
    limit: Decimal


@dataclass(frozen=True, slots=True)
class FlagRules:
    """Days are calendar days, shares percent, money the place's currency."""

    #: A company founded fewer days before the tender closes is new.
    new_company_days: int
    #: Owners who came or went so long before the close, or after the award, are told.
    change_days_before: int
    change_days_after: int
    #: Below the threshold by no more than this is just under it.
    near_threshold: Decimal
    #: Less than this share of the company explained by named owners is told.
    explained: Decimal
    #: One person owns more suppliers than this; one account declares for more than that.
    suppliers_of_one: int
    declared_by_one: int
    #: More entities than this between a company and a person make a long chain.
    chain_length: int
    #: Years of age outside which a person is implausible.
    oldest: int
    #: Months around a debarment in which a bidder founded by the same owners is a successor.
    successor_months: int
    #: The least that a reserved group must hold, and citizens of a local contractor must hold more than.
    group_share: Decimal
    local_share: Decimal
    #: Awards to one owner within so many days are added up against the method's limit.
    split_days: int
    #: A company that bids so often at least, and wins no more than this percent of it, wins seldom.
    bids_often: int
    wins_seldom: Decimal
    #: Companies of one cluster that meet in so many tenders at least may take turns.
    rotation_tenders: int
    #: One owner who stands behind no more than this percent of what a buyer awards does not win often.
    often_share: Decimal
    #: More unrelated lines of trade than this behind one person are told.
    unrelated_lines: int
    limits: tuple[MethodLimit, ...]
    secrecy: tuple[SecrecyList, ...]

    def secrecy_on(self, day: date) -> SecrecyList | None:
        """Give the list in force on a day; None when none had begun."""
        begun = [each for each in self.secrecy if each.since <= day]
        return max(begun, key=lambda each: each.since, default=None)

    def limit_of(self, method: str) -> Decimal | None:
        """Give the most that may be bought by a method; None when the place sets no limit for it."""
        return _first(each.limit for each in self.limits if each.method == method)


def _first(limits: Iterable[Decimal]) -> Decimal | None:
    return next(iter(limits), None)
