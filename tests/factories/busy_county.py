"""The invented county after years of work: hundreds of suppliers more, a thousand tenders, and what strains a screen.

One tender has forty bidders, one person owns sixty companies, one company has sixty owners, and some names are as long
as names get.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from register.declarations.draft import Draft
from register.example import shapes
from register.example.cast import Cast, Someone, Writer
from register.example.county import County, county
from register.example.names import PLACES, TRADES, WORKS
from register.example.stories import Story
from register.example.suppliers import Supplier
from register.example.tenders import Tender

#: One person owns so many companies, so many bid for the crowded tender, and so many people own the widest company.
OWNED, CROWD, WIDE = 60, 40, 60
OWNER = "Boniface Muoki Ndeti"
LONG_NAME = (
    "Mutitu wa Andei and Kibwezi East United Women, Youth and Persons with Disabilities "
    "Building and General Supplies Co-operative Society Ltd"
)
LONG_TITLE = (
    "Construction of a modern market shed with forty stalls, a water tank, a perimeter fence, two gates, a toilet "
    "block for women and one for men, and the grading of the road from {place} junction to the market"
)
#: The crowded tender closed so many days ago; it is not awarded.
CROWDED = Story(-4, ())
SINCE = date(2019, 5, 6)
WAYS = ("North", "East", "South", "West", "Upper", "Lower", "New", "Old")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    tenders: int = 1_000
    suppliers: int = 600


def busy_county(today: date, sizes: Sizes) -> County:
    """The county as `register.example` has it, and more of everything."""
    known = county(today)
    rng = Random(41)
    # Numbers go on where those of the county end: nobody here is anybody there.
    cast = Cast(rng, people=2_000, offices=2_000)
    names = _names(rng, {each.name for each in known.suppliers})
    owner = cast.someone(OWNER)
    hand = [_supplier(today, _owned(cast, owner, next(names))) for _ in range(OWNED)]
    wide = _supplier(today, _wide(cast, LONG_NAME))
    others = [
        _supplier(today, shapes.ALL[place % len(shapes.ALL)](cast, cast.company(next(names))))
        for place in range(sizes.suppliers - OWNED - 1)
    ]
    # These bid and are in no register; of every fourth the buyer wrote down no number.
    strangers = [Supplier(cast.company(next(names)), ()) for _ in range(max(8, sizes.suppliers // 5))]
    crowded = _crowded(rng, today, [*hand[:12], wide, *others[:22], *strangers[:5]])
    first = known.tenders[-1].number + 2
    count = max(0, sizes.tenders - len(known.tenders) - 1)
    made = [_tender(rng, first + place, today, hand, [*others, wide], strangers) for place in range(count)]
    return replace(
        known,
        suppliers=(*known.suppliers, *hand, wide, *others),
        tenders=(*known.tenders, crowded, *made),
    )


def _names(rng: Random, taken: set[str]) -> Iterator[str]:
    every = [f"{way} {place} {trade}" for way in WAYS for place in PLACES for trade in TRADES]
    rng.shuffle(every)
    return (name for name in every if name not in taken)


def _supplier(today: date, draft: Draft) -> Supplier:
    return Supplier(draft.company, ((today - timedelta(days=350), draft),))


def _owned(cast: Cast, owner: Someone, name: str) -> Draft:
    writer = Writer.for_company(cast, cast.company(name), owner.name)
    share = cast.rng.choice((100, 80, 55, 30))
    writer.holds(writer.person(owner), share, since=SINCE)
    return writer.draft if share == 100 else writer.holds(writer.person(cast.someone()), 100 - share).draft


def _wide(cast: Cast, name: str) -> Draft:
    """Of sixty owners in one company each holds a part; two of them enough to be an owner by it."""
    writer = Writer.for_company(cast, cast.company(name), "Janet Mumbua Kimeu")
    for share in ("12.5", "11.5", *("1.25" for _ in range(WIDE - 2))):
        writer.holds(writer.person(cast.someone()), share, since=SINCE)
    return writer.draft


def _crowded(rng: Random, today: date, bidders: Sequence[Supplier]) -> Tender:
    title, department, price = WORKS[4]
    bids = tuple(round(price * rng.uniform(0.86, 1.15)) for _ in bidders)
    closes = today + timedelta(days=CROWDED.days)
    place = PLACES[0]
    number = 41_800 + 36
    return Tender(
        number, title.format(place=place), department, closes, tuple(bidders), bids, None, place, CROWDED
    )


def _tender(
    rng: Random,
    number: int,
    today: date,
    hand: Sequence[Supplier],
    others: Sequence[Supplier],
    strangers: Sequence[Supplier],
) -> Tender:
    """Every fifth tender has bidders in one hand, every fourth a stranger; one in fifty a title that has no end."""
    start = rng.randrange(len(others))
    near = [others[(start + step) % len(others)] for step in range(12)]
    bidders = rng.sample(near, rng.randint(1, 7))
    if number % 5 == 0:
        bidders += rng.sample(hand, 2 + number % 3)
    unnumbered = None
    if number % 4 == 0:
        unnumbered = len(bidders) if number % 16 == 0 else None
        bidders.append(rng.choice(strangers))
    title, department, price = WORKS[number % len(WORKS)]
    place = rng.choice(PLACES)
    days = rng.randint(1, 25) if number % 40 == 0 else -rng.randint(1, 1_000)
    won = days < -30 and number % 9 != 8
    story = Story(days, (), rng.randrange(len(bidders)) if won else None, unnumbered=unnumbered)
    return Tender(
        number,
        (LONG_TITLE if number % 50 == 0 else title).format(place=place),
        department,
        today + timedelta(days=days),
        tuple(bidders),
        tuple(int(round(price * rng.uniform(0.86, 1.15), -2)) for _ in bidders),
        story.winner,
        place,
        story,
    )
