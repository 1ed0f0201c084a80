"""Which figures stand out above the others: the quartile fence."""

from collections.abc import Sequence
from decimal import Decimal

#: With fewer figures than this there are no quarters to speak of.
FEWEST = 4
_STEPS = Decimal("1.5")


def upper_fence(figures: Sequence[Decimal]) -> Decimal | None:
    """Give the upper quartile and one and a half times the distance between the quartiles; None for too few figures.

    Quartiles lie between two figures as their places do (Hyndman and Fan's seventh definition).
    """
    if len(figures) < FEWEST:
        return None
    low, high = _quantile(sorted(figures), 1), _quantile(sorted(figures), 3)
    return high + _STEPS * (high - low)


def _quantile(ordered: Sequence[Decimal], quarters: int) -> Decimal:
    place, rest = divmod((len(ordered) - 1) * quarters, 4)
    above = ordered[min(place + 1, len(ordered) - 1)]
    return ordered[place] + (above - ordered[place]) * rest / 4


def concentration(parts: Sequence[Decimal]) -> int:
    """Give the Herfindahl-Hirschman index of how a whole falls into parts: 10,000 when one has all, nearly 0 when many share."""
    whole = sum(parts, Decimal(0))
    return round(sum((each * 100 / whole) ** 2 for each in parts)) if whole else 0
