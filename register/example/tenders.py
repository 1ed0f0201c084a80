"""The invented tenders: who bid, for how much, who won."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from register.example import shapes
from register.example.names import PLACES, WORKS
from register.example.stories import INNOCENT, STORIES, WATER, Story
from register.example.suppliers import Planted, Supplier

#: The prefix that the standard keeps for examples.
PREFIX = "ocds-213czf"
TENDERS = 36
FIRST = 41800
#: Of these shapes officers ask; the others fill the tenders in which there is nothing to ask.
ODD = frozenset({shapes.deep_chain, shapes.many_small, shapes.could_not_find_out, shapes.cross_holding})


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
    ward: str
    story: Story

    @property
    def ocid(self) -> str:
        return f"{PREFIX}-umiliki-{self.number}"

    @property
    def opens(self) -> date:
        return self.closes - timedelta(days=21)

    @property
    def awarded_on(self) -> date:
        return self.closes + timedelta(days=16)

    @property
    def winners(self) -> tuple[int, ...]:
        """Everybody who won: of a bid made together, all who made it."""
        if self.winner is None:
            return ()
        return (0, *self.story.joint) if self.winner == 0 else (self.winner,)


def tenders(rng: Random, today: date, planted: Planted, others: Sequence[Supplier]) -> tuple[Tender, ...]:
    """Three dozen tenders with two to seven bidders, the planted stories first."""
    odd = [each for place, each in enumerate(others) if shapes.ALL[place % len(shapes.ALL)] in ODD]
    new = [each for each in others if each not in odd and len(each.declarations) > 1]
    plain = [each for each in others if each not in (*odd, *new)]
    # The last two before those that fill up: odd shapes among themselves, and suppliers of which owners changed.
    stories: tuple[tuple[Story, Sequence[Supplier]], ...] = (
        *((story, plain) for story in (*STORIES, *INNOCENT)),
        (Story(-105, ()), odd),
        (Story(-30, ()), new),
    )
    fill = ((Story(-115 - 14 * number, (), work=WATER), plain) for number in range(TENDERS - len(stories)))
    return tuple(
        _tender(rng, number, today, story, planted, strangers)
        for number, (story, strangers) in enumerate((*stories, *fill))
    )


def _tender(
    rng: Random, number: int, today: date, story: Story, planted: Planted, strangers: Sequence[Supplier]
) -> Tender:
    bidders = [planted.by_part[name] for name in story.parts]
    most = 7 if number == 4 else 2 + number % 6
    # Nobody else bids for what is reserved.
    if not story.reserved_for:
        bidders += rng.sample(strangers, min(max(most - len(bidders), 1), len(strangers)))
    winner = story.winner
    if not story.parts:
        winner = None if number % 9 == 8 else rng.randrange(len(bidders))
    title, department, price = WORKS[(FIRST + number if story.work is None else story.work) % len(WORKS)]
    price = price if story.price is None else story.price
    bids = [int(round(price * rng.uniform(0.86, 1.15), -2)) for _ in bidders]
    if story.same_price:
        bids[1] = bids[0]
    place = rng.choice(PLACES)
    return Tender(
        FIRST + number,
        title.format(place=place),
        department,
        today + timedelta(days=story.days),
        tuple(bidders),
        tuple(bids),
        winner,
        place,
        story,
    )
