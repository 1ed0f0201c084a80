"""Small stories across tenders: who bid, who won, for how much and when, and who holds what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from register.graph.gathering import Seen, portfolio_of
from register.graph.picture import Picture
from register.graph.portfolio import Portfolio
from register.graph.process import Award
from register.jurisdictions import load
from tests.factories.pictures import CLOSE, Told, picture

KENYA = load("kenya_makueni")


@dataclass(frozen=True, slots=True)
class Bought:
    """One tender: its title, who won it (several: together), who else bid, and what is to be known of the award."""

    title: str
    won: str | Sequence[str] = ()
    lost: Sequence[str] = ()
    value: int | None = 100_000
    on: date | None = CLOSE
    method: str = "open"
    classes: Sequence[str] = ()
    currency: str = "KES"
    buyer: str = "County works department"

    @property
    def winners(self) -> tuple[str, ...]:
        return (self.won,) if isinstance(self.won, str) else tuple(self.won)


def portfolio(*holds: Told, bought: Sequence[Bought]) -> Portfolio:
    """See all tenders of the story, each with the owners of its day."""
    seen = [seen_by(each, *holds) for each in bought]
    return portfolio_of(
        (Seen(each, each) for each in seen), CLOSE, KENYA.owner_threshold, KENYA.control_majority
    )


def seen_by(tender: Bought, *holds: Told) -> Picture:
    bidders = (*tender.winners, *tender.lost)
    shown = picture(
        *holds,
        bids={tender.title: bidders},
        won=tender.winners,
        as_of=tender.on or CLOSE,
        buyer=tender.buyer,
        method=tender.method,
        classes=tuple(tender.classes),
        closes=tender.on,
        awarded_on=tender.on,
    )
    assert shown.process
    value = None if tender.value is None else Decimal(tender.value)
    awards = tuple(Award("a1", winner, value, tender.currency, tender.on) for winner in shown.process.winners)
    return replace(shown, process=replace(shown.process, awards=awards))


def days_after(days: int) -> date:
    return CLOSE + timedelta(days=days)
