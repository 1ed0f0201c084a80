"""How much of an interest is held, as JSON says it, in exact figures."""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

NONE, WHOLE = Decimal(0), Decimal(100)
_CACHED = 4096
_WRITTEN = Decimal("0.0001")
_LOWER = frozenset({"minimum", "exclusiveMinimum"})
_BOUNDS = _LOWER | {"maximum", "exclusiveMaximum"}


class Range(NamedTuple):
    """From least to most, in percent; whether a bound itself is meant is not kept."""

    least: Decimal
    most: Decimal

    def __str__(self) -> str:
        if self.least == self.most:
            return f"{in_figures(self.least)} percent"
        return f"{in_figures(self.least)} to {in_figures(self.most)} percent"


def in_figures(share: Decimal) -> str:
    """Write a percentage with four decimal places at most, and none that are nought."""
    return f"{share.quantize(_WRITTEN).normalize():f}"


@lru_cache(_CACHED)
def percent(number: float) -> Decimal | None:
    """Give a number of JSON as it is written, None when it is no percentage from 0 to 100."""
    if not math.isfinite(number) or not 0 <= number <= 100:
        return None
    return Decimal(repr(number))


def share_of(interest: Mapping[str, Any]) -> Range | None:
    """Give how much one interest is, None when it does not say, or says what no share can be.

    An exact figure outweighs bounds beside it; a bound that is not given is 0 or 100.
    Source: BODS 0.4, relationship record, `Interest.share`.
    """
    share = interest.get("share")
    if not share:
        return None
    exact = share.get("exact")
    if exact is not None:
        figure = percent(exact)
        return None if figure is None else Range(figure, figure)
    return _between(share)


def _between(share: Mapping[str, float]) -> Range | None:
    least, most, known = NONE, WHOLE, False
    for bound, number in share.items():
        if bound not in _BOUNDS:
            continue
        figure = percent(number)
        if figure is None:
            return None
        known = True
        if bound in _LOWER:
            least = max(least, figure)
        else:
            most = min(most, figure)
    return Range(least, most) if known and least <= most else None


def together(shares: Iterable[Range | None]) -> Range | None:
    """Add shares that are held side by side; None when there is none, or one of them is not known."""
    least, most, known = NONE, NONE, False
    for share in shares:
        if share is None:
            return None
        least, most, known = least + share.least, most + share.most, True
    return Range(least, most) if known else None
