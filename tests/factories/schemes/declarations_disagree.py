"""Two declarations that tell one link differently; and two that agree, or may."""

from collections.abc import Iterator

from tests.factories.pictures import Hold
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "declarations-disagree"
#: The company between is above both bidders, and two different shares of it add up to what they like.
BESIDE = ("shared-owner", "shared-parent", "one-real-bidder", "shares-do-not-add-up", "owner-not-named")


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield what two bidders declare of one share in the company above both."""
    for one, other, raises in ((60, 40, CODE), (60, 60, None), ((25, 50), 40, None), ((50, 75), 40, CODE)):
        first, second, upper = seeds.companies(3)
        person = seeds.person()
        holds = (
            Hold(upper, first, 100),
            Hold(upper, second, 100),
            Hold(person, upper, one, network=first),
            Hold(person, upper, other, network=second),
        )
        yield tender(seeds, raises, f"{one} here and {other} there", (first, second), *holds, beside=BESIDE)
