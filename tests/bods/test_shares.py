"""A share is an exact figure or a range within 0 to 100 percent."""

from decimal import Decimal

import pytest

from bods.exceptions import ShareOutOfRangeError
from bods.shares import Share


def test_an_exact_share_has_two_equal_bounds() -> None:
    share = Share.exactly("33.3")

    assert share.minimum == share.maximum == share.exact == Decimal("33.3")


def test_a_range_is_not_exact() -> None:
    assert Share.between(25, 50, minimum_excluded=True).exact is None
    assert Share.between(25, None).exact is None


@pytest.mark.parametrize(
    ("minimum", "maximum"), [("-1", "5"), ("5", "101"), ("60", "40"), ("NaN", "5"), (None, "Infinity")]
)
def test_a_share_outside_the_whole_or_crossed_is_refused(minimum: str | None, maximum: str) -> None:
    with pytest.raises(ShareOutOfRangeError):
        Share.between(minimum, maximum)


def test_a_range_that_holds_no_figure_is_refused() -> None:
    with pytest.raises(ShareOutOfRangeError):
        Share.between(25, 25, maximum_excluded=True)


def test_the_error_names_the_bounds_in_a_sentence() -> None:
    with pytest.raises(ShareOutOfRangeError, match="these bounds are 60 and 40") as caught:
        Share.between(60, 40)

    assert caught.value.minimum == Decimal(60)
