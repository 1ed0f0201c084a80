"""How much of a company is held: an exact figure or a range, in percent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bods.exceptions import ShareOutOfRangeError

WHOLE = Decimal(100)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one kind of interest is held, in percent of the whole (0 to 100).

    BODS gives an exact figure or a range. An exact figure has two equal bounds that are not excluded; a range may
    leave a bound open (None) or exclude it ("more than 25" has `minimum_excluded`).

    Raises ShareOutOfRangeError when a bound lies outside 0 to 100, the bounds are crossed, or nothing lies between.
    Source: BODS 0.4, relationship record, `Interest.share`.
    """

    minimum: Decimal | None
    maximum: Decimal | None
    minimum_excluded: bool = False
    maximum_excluded: bool = False
    #: What the published share said besides, such as bounds beside an exact figure: kept to write it back.
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    #: An exact figure that was published as two equal bounds: kept to write it back.
    in_two_bounds: bool = False

    def __post_init__(self) -> None:
        for bound in (self.minimum, self.maximum):
            if bound is not None and not (bound.is_finite() and NOTHING <= bound <= WHOLE):
                raise ShareOutOfRangeError(self.minimum, self.maximum)
        if self.minimum is None or self.maximum is None or self.minimum < self.maximum:
            return
        if self.minimum > self.maximum or self.minimum_excluded or self.maximum_excluded:
            raise ShareOutOfRangeError(self.minimum, self.maximum)

    @classmethod
    def exactly(cls, percent: Decimal | int | str) -> "Share":
        """Give the share of just so many percent; a string is read as a decimal figure, such as "33.3"."""
        figure = Decimal(percent)
        return cls(figure, figure)

    @classmethod
    def between(
        cls,
        minimum: Decimal | int | str | None,
        maximum: Decimal | int | str | None,
        *,
        minimum_excluded: bool = False,
        maximum_excluded: bool = False,
    ) -> "Share":
        """Give the share that lies between two bounds in percent; None leaves a side open (then nothing is excluded)."""
        return cls(
            None if minimum is None else Decimal(minimum),
            None if maximum is None else Decimal(maximum),
            minimum_excluded and minimum is not None,
            maximum_excluded and maximum is not None,
        )

    @property
    def exact(self) -> Decimal | None:
        """The figure in percent when it is exact, None for a range."""
        return self.minimum if self.minimum is not None and self.minimum == self.maximum else None
