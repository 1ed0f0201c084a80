"""One owner with the companies that are theirs and what these won: a tree, each company under its strongest chain."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from register.graph.picture import Picture, Stake
from register.graph.upstream import owning_paths


@dataclass(frozen=True, slots=True)
class Contract:
    """One award in force of a company. `part` is what counts for it where several won together; None: not told."""

    ocid: str
    title: str
    part: Decimal | None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A company of the network. `stake` is the link from `parent` by which it hangs; None where no chain was found.

    `supplier`: one of the companies asked about, else one on the way; `others` counts the chains that are not drawn.
    """

    key: str
    parent: str
    depth: int
    stake: Stake | None
    supplier: bool
    contracts: tuple[Contract, ...] = ()
    others: int = 0

    def won(self, currency: str) -> Decimal:
        """What its contracts come to in one currency."""
        return sum(
            (each.part for each in self.contracts if each.part and each.currency == currency), Decimal(0)
        )


@dataclass(frozen=True, slots=True)
class Network:
    """An owner and the branches below, each after the one it hangs on, those behind the most value first."""

    picture: Picture
    owner: str
    currency: str
    branches: tuple[Branch, ...]


@dataclass(slots=True)
class _Growing:
    """The tree while it is found: by which stake each company hangs, and how many other chains lead to it."""

    stakes: dict[str, Stake | None] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)

    def hang(self, stake: Stake) -> None:
        if stake.held not in self.parents:
            self.stakes[stake.held], self.parents[stake.held] = stake, stake.holder


def network_of(
    picture: Picture, owner: str, contracts: Mapping[str, Iterable[Contract]], currency: str
) -> Network:
    """Give the network of `owner`; `contracts` are those of each company asked about, by party key.

    What is weighed by is what was won in `currency`. A company to which no chain leads hangs on the owner itself.
    """
    won = {key: tuple(each) for key, each in contracts.items()}
    tree = _Growing()
    for company in sorted(won):
        chains = owning_paths(picture, owner, company)
        for stake in chains[0] if chains else ():
            tree.hang(stake)
        if company not in tree.parents and company != owner:
            tree.stakes[company], tree.parents[company] = None, owner
        tree.others[company] = max(0, len(chains) - 1)
    below: dict[str, list[str]] = defaultdict(list)
    for key, parent in tree.parents.items():
        below[parent].append(key)
    values = _values(owner, below, won, currency)
    return Network(picture, owner, currency, tuple(_ordered(picture, owner, tree, below, won, values)))


def _values(
    owner: str, below: Mapping[str, list[str]], won: Mapping[str, tuple[Contract, ...]], currency: str
) -> dict[str, Decimal]:
    """What each party and everything below it won."""
    order, waiting = list[str](), [owner]
    while waiting:
        order.append(waiting.pop())
        waiting.extend(below.get(order[-1], ()))
    values: dict[str, Decimal] = {}
    for key in reversed(order):
        own = sum(
            (each.part for each in won.get(key, ()) if each.part and each.currency == currency), Decimal(0)
        )
        values[key] = own + sum((values[each] for each in below.get(key, ())), Decimal(0))
    return values


def _ordered(
    picture: Picture,
    owner: str,
    tree: _Growing,
    below: Mapping[str, list[str]],
    won: Mapping[str, tuple[Contract, ...]],
    values: Mapping[str, Decimal],
) -> Iterable[Branch]:
    def children(key: str, depth: int) -> list[tuple[str, int]]:
        heaviest = sorted(below.get(key, ()), key=lambda each: (-values[each], picture.name(each), each))
        return [(each, depth) for each in reversed(heaviest)]

    waiting = children(owner, 1)
    while waiting:
        key, depth = waiting.pop()
        yield Branch(
            key,
            tree.parents[key],
            depth,
            tree.stakes[key],
            key in won,
            won.get(key, ()),
            tree.others.get(key, 0),
        )
        waiting.extend(children(key, depth + 1))
