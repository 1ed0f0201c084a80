"""A person or a body holds something directly: in the subject, or in a body above it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bods.codelists import InterestType
from bods.structures.links import Link
from bods.structures.stakes import Stake

#: Interests that only an arrangement knows: they are told by a `Trust` or a `Nomination`.
OF_ARRANGEMENTS = frozenset(
    {
        InterestType.SETTLOR,
        InterestType.TRUSTEE,
        InterestType.PROTECTOR,
        InterestType.NOMINEE,
        InterestType.NOMINATOR,
    }
)


@dataclass(frozen=True, slots=True)
class Holding:
    """What `holder` holds directly in `held` (keys; None: in the subject itself), in one or more stakes.

    Between bodies, holdings are the links of chains: as many and as deep as there are, with branches and rings. The
    subject may hold too (its own key as `holder`): a cross-holding. A holding without stakes says only that there is one;
    it cannot stand beside an `IndirectHolding` of the same holder, where it would not be seen.
    What a trust, a nominee agreement or a joint shareholding holds is a holding of that arrangement; who takes part in
    one is told by `Trust`, `Nomination` or `JointHolding`.
    """

    holder: str
    stakes: tuple[Stake, ...] = ()
    held: str | None = None

    def links(self, subject: str) -> Iterator[Link]:
        """Give the one link that this is."""
        yield Link(self.holder, self.held or subject, self.stakes)


@dataclass(frozen=True, slots=True)
class IndirectHolding:
    """What `holder` (a key) holds in the subject through others, all its chains together.

    For a beneficial owner this is the answer that says so: it becomes the primary relationship of the standard, and all
    holdings on the way from the holder to the subject become its components. Whoever holds indirectly stands at the top:
    nobody else with an indirect holding has a part in it. When the ways are not known there are no components.
    A direct holding of the same holder in the subject stands in the same relationship.
    Source: BODS 0.4, representing beneficial owners.
    """

    holder: str
    stakes: tuple[Stake, ...]
