"""Chains of stakes from a party down to a company: to be shown, never to reckon with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from heapq import heappop, heappush
from itertools import count

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


@remembered
def paths_between(picture: Picture, party: str, company: str, shown: int = SHOWN) -> tuple[Path, ...]:
    """Give up to `shown` chains of stakes from `party` down to `company`, the strongest first, none round a circle."""
    into = stakes_into(picture)
    found: list[Path] = []
    order = count()
    waiting: list[tuple[Decimal, int, int, Path, str]] = [(-HUNDRED, 0, next(order), (), company)]
    for _ in range(LOOKED_AT):
        if not waiting or len(found) == shown:
            break
        weight, length, _, path, reached = heappop(waiting)
        if reached == party and path:
            found.append(path)
            continue
        met = {stake.held for stake in path} | {reached}
        for stake in into.get(reached, ()):
            if stake.holder not in met:
                longer = (weight * weight_of(stake) / HUNDRED, length + 1, next(order))
                heappush(waiting, (*longer, (stake, *path), stake.holder))
    return tuple(found)


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
