"""Which figures stand out from the others: the quartile fences."""

from collections.abc import Sequence
from decimal import Decimal

#: With fewer figures than this there are no quarters to speak of.
FEWEST = 4
_STEPS = Decimal("1.5")


def upper_fence(figures: Sequence[Decimal]) -> Decimal | None:
    """Give the upper quartile and one and a half times the distance between the quartiles; None for too few figures."""
    if len(figures) < FEWEST:
        return None
    low, high = _quartiles(figures)
    return high + _STEPS * (high - low)


def lower_fence(figures: Sequence[Decimal]) -> Decimal:
    """Give the lower quartile less one and a half times the distance between the quartiles, of one figure or more."""
    low, high = _quartiles(figures)
    return low - _STEPS * (high - low)


def _quartiles(figures: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Quartiles lie between two figures as their places do (Hyndman and Fan's seventh definition)."""
    ordered = sorted(figures)
    return _quantile(ordered, 1), _quantile(ordered, 3)


def _quantile(ordered: Sequence[Decimal], quarters: int) -> Decimal:
    place, rest = divmod((len(ordered) - 1) * quarters, 4)
    above = ordered[min(place + 1, len(ordered) - 1)]
    return ordered[place] + (above - ordered[place]) * rest / 4


def concentration(parts: Sequence[Decimal]) -> int:
    """Give the Herfindahl-Hirschman index of how a whole falls into parts: 10,000 when one has all, nearly 0 when many share."""
    whole = sum(parts, Decimal(0))
    return round(sum((each * 100 / whole) ** 2 for each in parts)) if whole else 0
