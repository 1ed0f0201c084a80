"""Who has whom in their power: alone, or through companies already in their power."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import reduce

from register.graph.holdings import Holding, counted_together, holdings_of
from register.graph.picture import Control, Picture, Stake
from register.graph.remembering import remembered
from register.graph.shares import NOTHING, Range, Reach


class Certainty(Enum):
    """Whether only what is sure counts, or also what may be."""

    SURE = "sure"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Grip:
    """How one company is in somebody's power: by what, and the stakes that lead down to it."""

    basis: Control
    path: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class Reachable:
    """Holdings ready to be asked about power: by the company held, and by the holder.

    `certain`: nothing in them is only perhaps so. `asked` keeps what was worked out of them.
    """

    into: Mapping[str, tuple[Holding, ...]]
    by: Mapping[str, tuple[Holding, ...]]
    certain: bool
    asked: dict[tuple[str, Decimal, "Certainty"], Mapping[str, "Grip"]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, holdings: Iterable[Holding]) -> "Reachable":
        into: dict[str, list[Holding]] = defaultdict(list)
        by: dict[str, list[Holding]] = defaultdict(list)
        certain = True
        for each in holdings:
            into[each.held].append(each)
            by[each.holder].append(each)
            certain = certain and not each.perhaps and (each.votes is None or each.votes.exact)
        return cls({k: tuple(v) for k, v in into.items()}, {k: tuple(v) for k, v in by.items()}, certain)

    @property
    def holders(self) -> tuple[str, ...]:
        return tuple(self.by)

    def above(self, company: str) -> tuple[str, ...]:
        """Give everybody who holds anything in `company`, directly or through others; never itself."""
        met: dict[str, None] = {}
        waiting = [company]
        while waiting:
            for each in self.into.get(waiting.pop(), ()):
                if each.holder not in met and each.holder != company:
                    met[each.holder] = None
                    waiting.append(each.holder)
        return tuple(met)


@remembered
def reachable_in(picture: Picture) -> Reachable:
    """Give a picture's holdings ready to be asked."""
    return Reachable.of(holdings_of(picture))


@remembered
def counted_in(picture: Picture) -> Reachable:
    """The same as the law's threshold counts them: joint holdings as a whole for each who holds them."""
    counted = counted_together(picture)
    return reachable_in(picture) if counted is holdings_of(picture) else Reachable.of(counted)


def in_power_of(
    holder: str, holdings: Reachable, majority: Decimal, certainty: Certainty = Certainty.SURE
) -> Mapping[str, Grip]:
    """Give every company in the power of `holder`, and how.

    A power over the board or a declared influence suffices; so do more than `majority` percent of the votes (of the
    shares, where votes are not told), those of companies in the same power added.
    """
    asked = (holder, majority, Certainty.SURE if holdings.certain else certainty)
    if asked not in holdings.asked:
        holdings.asked[asked] = _in_power_of(holder, holdings, majority, certainty)
    return holdings.asked[asked]


def _in_power_of(
    holder: str, holdings: Reachable, majority: Decimal, certainty: Certainty
) -> dict[str, Grip]:
    gripped: dict[str, Grip] = {}
    waiting = [holder]
    while waiting:
        owner = waiting.pop(0)
        for held in dict.fromkeys(each.held for each in holdings.by.get(owner, ())):
            if held == holder or held in gripped:
                continue
            grip = grip_on(held, holder, gripped, holdings, majority, certainty)
            if grip is not None:
                gripped[held] = grip
                waiting.append(held)
    return gripped


def grip_on(
    company: str,
    holder: str,
    gripped: Mapping[str, Grip],
    holdings: Reachable,
    majority: Decimal,
    certainty: Certainty,
) -> Grip | None:
    """Say how `company` is in the power of `holder` and of the companies it has already, or None."""
    together = _held_together(company, holder, gripped, holdings)
    for each in together:
        powers = each.powers if certainty is Certainty.SURE else each.powers | each.perhaps
        if powers:
            basis = min(powers, key=list(Control).index)
            return Grip(basis, (*_way_to(each.holder, gripped), _stake_of(each, basis)))
    wanted = (Reach.DOES,) if certainty is Certainty.SURE else (Reach.DOES, Reach.MAY)
    if _votes_of(together).exceeds(majority) in wanted:
        return Grip(Control.MAJORITY, _way_of(together, gripped))
    return None


def votes_together(company: str, holder: str, gripped: Mapping[str, Grip], holdings: Reachable) -> Range:
    """Give the votes in `company` that `holder` and the companies in its power hold together."""
    return _votes_of(_held_together(company, holder, gripped, holdings))


def way_of_votes(
    company: str, holder: str, gripped: Mapping[str, Grip], holdings: Reachable
) -> tuple[Stake, ...]:
    """Give the stakes that lead down to `company` through the one who holds most of those votes."""
    return _way_of(_held_together(company, holder, gripped, holdings), gripped)


def _votes_of(together: list[Holding]) -> Range:
    votes = [each.votes for each in together if each.votes]
    return reduce(Range.plus, votes) if votes else NOTHING


def _way_of(together: list[Holding], gripped: Mapping[str, Grip]) -> tuple[Stake, ...]:
    voting = [each for each in together if each.votes]
    most = max(voting, key=lambda each: (each.votes.low, each.votes.high) if each.votes else (0, 0))
    return (*_way_to(most.holder, gripped), most.stakes[0])


def _held_together(
    company: str, holder: str, gripped: Mapping[str, Grip], holdings: Reachable
) -> list[Holding]:
    return [
        each
        for each in holdings.into.get(company, ())
        if each.holder != company and (each.holder == holder or each.holder in gripped)
    ]


def _way_to(member: str, gripped: Mapping[str, Grip]) -> tuple[Stake, ...]:
    return gripped[member].path if member in gripped else ()


def _stake_of(holding: Holding, basis: Control) -> Stake:
    return next(each for each in holding.stakes if basis in each.controls)
