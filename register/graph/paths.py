"""Chains of stakes from a party down to a company: to be shown, never to reckon with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from heapq import heappop, heappush
from itertools import count, islice

from register.graph.picture import Picture, Stake
from register.graph.remembering import remembered
from register.graph.shares import HUNDRED, NOTHING, WHOLE, Range

SHOWN = 5
#: Chains looked at before the search gives up: a picture is shown in a moment, however tangled.
LOOKED_AT = 2000

Path = tuple[Stake, ...]


@remembered
def stakes_into(picture: Picture) -> Mapping[str, list[Stake]]:
    """Give the stakes in each company, by its key."""
    into: dict[str, list[Stake]] = defaultdict(list)
    for stake in picture.stakes:
        into[stake.held].append(stake)
    return dict(into)


def paths_between(picture: Picture, party: str, company: str, shown: int = SHOWN) -> tuple[Path, ...]:
    """Give up to `shown` chains of stakes from `party` down to `company`, the strongest first, none round a circle."""
    every = _paths_to(picture, company)
    # Where there are too many chains to look at, those of one party may still be found.
    return every.get(party, ())[:shown] if every is not None else _paths_of(picture, party, company, shown)


@remembered
def _paths_to(picture: Picture, company: str) -> Mapping[str, tuple[Path, ...]] | None:
    """Give all chains down to a company by the party at their upper end; None where they are too many to look at."""
    found: dict[str, list[Path]] = defaultdict(list)
    for place, (path, reached) in enumerate(_climbing(picture, company)):
        if place == LOOKED_AT:
            return None
        if path:
            found[reached].append(path)
    return {party: tuple(paths) for party, paths in found.items()}


@remembered
def _paths_of(picture: Picture, party: str, company: str, shown: int) -> tuple[Path, ...]:
    found = (
        path for path, reached in islice(_climbing(picture, company, party), LOOKED_AT) if reached == party
    )
    return tuple(islice((path for path in found if path), shown))


def _climbing(picture: Picture, company: str, end: str = "") -> Iterator[tuple[Path, str]]:
    """Climb from a company by every chain, the strongest first, not beyond `end`; say where each chain has come to."""
    into, order = stakes_into(picture), count()
    waiting: list[tuple[Decimal, int, int, Path, str]] = [(-HUNDRED, 0, next(order), (), company)]
    while waiting:
        weight, length, _, path, reached = heappop(waiting)
        yield path, reached
        if path and reached == end:
            continue
        met = {stake.held for stake in path} | {reached}
        for stake in into.get(reached, ()):
            if stake.holder not in met:
                longer = (weight * weight_of(stake) / HUNDRED, length + 1, next(order))
                heappush(waiting, (*longer, (stake, *path), stake.holder))


def weight_of(stake: Stake) -> Decimal:
    """Give the most a stake may be worth in percent; a power without a share weighs as the whole."""
    if stake.shares is None and stake.votes is None:
        return HUNDRED
    return max(each.high for each in (stake.shares, stake.votes) if each is not None)


def share_along(path: Iterable[Stake]) -> Range | None:
    """Give the share that a chain of shares comes to; None when a link is not a share."""
    share = WHOLE
    for stake in path:
        if stake.shares is None:
            return None
        share = share.times(stake.shares)
    return None if share == NOTHING else share
