"""Running totals: how much of each body the draft tells of, and how much nobody has explained yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bods.records import Share
from register.declarations.draft import SUBJECT, Draft
from register.declarations.standing import Link, standing

HUNDRED = Decimal(100)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Total:
    """All shares (or votes) told of in one body, in percent: at least `low`, at most `high`.

    Neither is cut at 100: `low` over 100 is a contradiction. `told` is False when nobody has said anything.
    """

    low: Decimal
    high: Decimal
    told: bool

    @property
    def unexplained(self) -> Decimal:
        """Percent that surely nobody told of; nothing when ranges may fill it."""
        return max(NOTHING, HUNDRED - self.high)

    @property
    def too_much(self) -> bool:
        """Whether more is told of than there is."""
        return self.low > HUNDRED


@dataclass(frozen=True, slots=True)
class BodyTotals:
    """The totals of one body; `body` is its key, the company's is `SUBJECT`."""

    body: str
    shares: Total
    votes: Total


def totals(draft: Draft, today: date | None = None) -> tuple[BodyTotals, ...]:
    """Give the totals of the company, then of each body of the chain in the order of the answers, as they are on a day.

    Without a day, whatever has an end date is over.
    """
    links = standing(draft, today)
    return tuple(_of(links, key) for key in (SUBJECT, *(body.key for body in draft.entities)))


def _of(links: Iterable[Link], body: str) -> BodyTotals:
    held = [link for link in links if link.held == body]
    return BodyTotals(body, _total(each.shares for each in held), _total(each.votes for each in held))


def _total(shares: Iterable[Share | None]) -> Total:
    told = [share for share in shares if share is not None]
    low = sum((share.minimum or NOTHING for share in told), NOTHING)
    high = sum((HUNDRED if share.maximum is None else share.maximum for share in told), NOTHING)
    return Total(low, high, bool(told))
