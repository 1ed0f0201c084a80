"""What a planter gives: a tender, and every finding that is rightly raised in it, no more and no less."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from register.graph.picture import Picture
from tests.factories.schemes.seeds import Seeds


@dataclass(frozen=True, slots=True)
class Planted:
    """One tender. `story` says in words what is in it, for whoever reads that a test failed.

    `raises` names every flag that is to find something, by its code, and the bidders (by their names in the story) that
    its findings speak of, all together. A near miss raises nothing. `beside` are flags that may speak of the same
    bidders too, as a long chain does of whoever hides behind one.
    """

    story: str
    picture: Picture
    raises: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()


Planter = Callable[[Seeds], Iterable[Planted]]
