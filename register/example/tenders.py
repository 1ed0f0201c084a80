"""The invented tenders: who bid, for how much, who won."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from register.example.names import PLACES, WORKS
from register.example.suppliers import Planted, Supplier

#: The prefix that the standard keeps for examples.
PREFIX = "ocds-213czf"


@dataclass(frozen=True, slots=True)
class Tender:
    """One contracting process. `winner` is the number of a bidder, None while nobody has won."""

    number: int
    title: str
    department: str
    closes: date
    bidders: tuple[Supplier, ...]
    bids: tuple[int, ...]
    winner: int | None

    @property
    def ocid(self) -> str:
        return f"{PREFIX}-umiliki-{self.number}"

    @property
    def opens(self) -> date:
        return self.closes - timedelta(days=21)

    @property
    def awarded_on(self) -> date:
        return self.closes + timedelta(days=16)


def tenders(rng: Random, today: date, planted: Planted, others: Sequence[Supplier]) -> tuple[Tender, ...]:
    """Thirty tenders with two to seven bidders, the planted stories among them."""
    part = planted.by_part
    stories: tuple[tuple[int, tuple[str, ...], int | None], ...] = (
        # days until close, bidders' parts, who won
        (12, ("visitor", "known"), None),
        (-9, ("chain", "direct", "silent"), None),
        (-70, ("chain", "direct"), 0),
        (-60, ("ring1", "ring2", "ring3"), 1),
        (-6, ("ring1", "ring3", "committee"), None),
        (-40, ("committee", "small1"), 0),
        (-50, ("small1", "small2", "namesake"), 2),
        (-35, ("maybe", "small2"), 0),
        (-95, ("silent", "known"), 0),
    )
    made = []
    for number in range(30):
        days, names, winner = stories[number] if number < len(stories) else (-120 - 14 * number, (), None)
        chosen = [part[name] for name in names]
        most = 7 if number == 4 else 2 + number % 6
        strangers = [supplier for supplier in others if supplier not in chosen]
        chosen += rng.sample(strangers, max(most - len(chosen), 1))
        if number >= len(stories):
            winner = None if number % 9 == 8 else rng.randrange(len(chosen))
        made.append(_tender(rng, 41800 + number, today + timedelta(days=days), chosen, winner))
    return tuple(made)


def _tender(
    rng: Random, number: int, closes: date, bidders: Sequence[Supplier], winner: int | None
) -> Tender:
    title, department, price = WORKS[number % len(WORKS)]
    bids = tuple(round(price * rng.uniform(0.86, 1.15), -2) for _ in bidders)
    title = title.format(place=rng.choice(PLACES))
    return Tender(number, title, department, closes, tuple(bidders), tuple(map(int, bids)), winner)
