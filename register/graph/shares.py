"""How much is held, as a range of percent, and whether that reaches a threshold."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HUNDRED = Decimal(100)
ZERO = Decimal(0)
NO_BREAK_SPACE = "\u00a0"


class Reach(StrEnum):
    """Whether a range reaches a threshold: surely, perhaps, or not at all."""

    DOES = "does"
    MAY = "may"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Range:
    """Between `low` and `high` percent of the whole (0 to 100); an exact figure has two equal bounds.

    An excluded bound is not itself a possible value: "more than 25" is low 25, low_excluded.
    """

    low: Decimal
    high: Decimal
    low_excluded: bool = False
    high_excluded: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def times(self, other: "Range") -> "Range":
        """The share that a share of a share comes to: 60 % of 70 % is 42 %."""
        low = self.low * other.low / HUNDRED
        certain = (self.low > 0 or self.low_excluded) and (other.low > 0 or other.low_excluded)
        high = self.high * other.high / HUNDRED
        return Range(
            low,
            high,
            low_excluded=certain and (self.low_excluded or other.low_excluded),
            high_excluded=high > 0 and (self.high_excluded or other.high_excluded),
        )

    def plus(self, other: "Range") -> "Range":
        """Two shares held side by side; nobody holds more than the whole."""
        low, high = self.low + other.low, self.high + other.high
        return Range(
            min(low, HUNDRED),
            min(high, HUNDRED),
            low_excluded=low < HUNDRED and (self.low_excluded or other.low_excluded),
            high_excluded=high <= HUNDRED and (self.high_excluded or other.high_excluded),
        )

    def at_least_as(self, other: "Range") -> "Range":
        """The larger of two tellings of one share: each bound the higher of the two."""
        low, low_excluded = max((self.low, self.low_excluded), (other.low, other.low_excluded))
        high, high_included = max((self.high, not self.high_excluded), (other.high, not other.high_excluded))
        return Range(low, high, low_excluded, not high_included)

    def reaches(self, threshold: Decimal) -> Reach:
        """Whether the share is `threshold` percent or more."""
        if self.low >= threshold:
            return Reach.DOES
        if self.high > threshold or (self.high == threshold and not self.high_excluded):
            return Reach.MAY
        return Reach.NO

    def exceeds(self, threshold: Decimal) -> Reach:
        """Whether the share is more than `threshold` percent: a majority exceeds 50."""
        if self.low > threshold or (self.low == threshold and self.low_excluded):
            return Reach.DOES
        return Reach.MAY if self.high > threshold else Reach.NO


NOTHING = Range(ZERO, ZERO)
WHOLE = Range(HUNDRED, HUNDRED)
#: Something is held, and nobody says how much.
UNSAID = Range(ZERO, HUNDRED, low_excluded=True)


def figure(value: Decimal) -> str:
    """Give a percentage without idle noughts, to two decimals: `42`, `12.5`, `33.33`."""
    text = f"{value.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_of(value: Decimal) -> str:
    """Give a percentage with its sign, the same in every language: `42 %`."""
    return f"{figure(value)}{NO_BREAK_SPACE}%"


def text_of(share: Range) -> str:
    """Give a share in figures alone, the same in every language: `42 %`, `25–50 %`."""
    if share.exact:
        return percent_of(share.low)
    return f"{figure(share.low)}–{figure(share.high)}{NO_BREAK_SPACE}%"
