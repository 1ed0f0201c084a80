"""Awards by whose hands the supplier was in when it won."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from register.graph.portfolio import PortfolioAward

Key = TypeVar("Key")


def by_hand(awards: Iterable[PortfolioAward]) -> Mapping[str, tuple[PortfolioAward, ...]]:
    """Give the awards to suppliers of each ultimate owner, sure or not, by the owner's key."""
    found: dict[str, list[PortfolioAward]] = defaultdict(list)
    for award in awards:
        for hand in award.hands:
            found[hand.key].append(award)
    return {key: tuple(each) for key, each in found.items()}


def surely(key: str, awards: Iterable[PortfolioAward]) -> bool:
    """Whether one is surely, not only perhaps, an owner of the supplier in all of these awards."""
    return all(any(hand.key == key and hand.does for hand in award.hands) for award in awards)


def grouped(
    awards: Iterable[PortfolioAward], key: Callable[[PortfolioAward], Key]
) -> Mapping[Key, tuple[PortfolioAward, ...]]:
    """Part awards by what `key` says of each, in the order they come."""
    found: dict[Key, list[PortfolioAward]] = defaultdict(list)
    for award in awards:
        found[key(award)].append(award)
    return {name: tuple(each) for name, each in found.items()}


def suppliers_of(awards: Iterable[PortfolioAward]) -> tuple[str, ...]:
    """Give each supplier's key once."""
    return tuple(dict.fromkeys(award.supplier for award in awards))
