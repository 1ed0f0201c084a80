"""What a planter gives: a tender, and every finding that is rightly raised in it, no more and no less."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from register.graph.picture import Picture
from tests.factories.pictures import Told
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


def tender(
    seeds: Seeds,
    raises: str | None,
    story: str,
    bidders: Sequence[str],
    *holds: Told,
    beside: Iterable[str] = (),
    speaks_of: Sequence[str] | None = None,
    **more: Any,
) -> Planted:
    """Plant one tender of these bidders, of whom the holds are told: `raises` is the code of the flag that is to find it.

    None: a near miss. The findings speak of `speaks_of`, or of all these bidders. `more` is for `Seeds.tender`.
    """
    seen = seeds.tender(*holds, bidders=bidders, **more)
    about = frozenset(bidders if speaks_of is None else speaks_of)
    return Planted(story, seen, {raises: about} if raises else {}, frozenset(beside))
