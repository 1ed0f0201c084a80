"""What buyers bought: schemes of which every finding is named, and innocent awards around them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from register.graph.picture import Picture
from tests.factories.pictures import CLOSE, Told
from tests.factories.portfolios import Bought, seen_by
from tests.factories.schemes.seeds import Seeds

#: First-level classes of what innocent companies sell, each always the same.
CLASSES = ("11", "25", "50", "52", "72", "85")
Raised = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class PlantedAcross:
    """Tenders with something in them, and each finding that is rightly raised: its flag's code and its suppliers.

    A near miss raises nothing.
    """

    story: str
    seen: tuple[Picture, ...]
    raises: frozenset[Raised] = frozenset()


PlanterAcross = Callable[[Seeds], Iterable[PlantedAcross]]


def planted(
    story: str, holds: Sequence[Told], bought: Iterable[Bought], *raises: tuple[str, Iterable[str]]
) -> PlantedAcross:
    """Plant tenders of which the holds tell all owners."""
    seen = tuple(seen_by(each, *holds) for each in bought)
    return PlantedAcross(story, seen, frozenset((code, frozenset(each)) for code, each in raises))


def title(seeds: Seeds) -> str:
    return f"t{seeds.random.randrange(10**12)}"


def buyer(seeds: Seeds) -> str:
    """A buyer of its own, so that one story bears on no other."""
    return f"Office {seeds.person()}"


def innocent(seeds: Seeds, count: int, at: str = "County works department") -> Iterator[PlantedAcross]:
    """Awards of about one size to companies that have nothing to do with each other, against each other."""
    for place in range(count):
        company, rival = seeds.companies(2)
        bought = Bought(
            title(seeds),
            company,
            (rival,),
            value=seeds.random.randint(90_000, 110_000),
            on=CLOSE + timedelta(days=seeds.random.randrange(300)),
            classes=(CLASSES[place % len(CLASSES)],),
            buyer=at,
        )
        holds = (*seeds.stake(seeds.person(), company, 60, between=place % 4), *seeds.owned(rival))
        yield planted("an innocent award", holds, [bought])
