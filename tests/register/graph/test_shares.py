from decimal import Decimal

from register.graph.shares import Range, Reach, text_of


def exactly(percent: str) -> Range:
    return Range(Decimal(percent), Decimal(percent))


def between(low: str, high: str, **excluded: bool) -> Range:
    return Range(Decimal(low), Decimal(high), **excluded)


def test_a_share_of_a_share_multiplies() -> None:
    assert exactly("60").times(exactly("70")) == exactly("42")
    assert between("25", "50").times(exactly("50")) == between("12.5", "25")


def test_shares_side_by_side_add_up_to_the_whole_at_most() -> None:
    assert exactly("30").plus(exactly("12")) == exactly("42")
    assert between("60", "80").plus(exactly("30")) == between("90", "100")


def test_more_than_some_times_more_than_nothing_is_more_than_their_product() -> None:
    some = between("25", "50", low_excluded=True)

    assert some.times(exactly("40")).low_excluded
    assert not some.times(exactly("0")).low_excluded


def test_the_lower_bound_decides_does_and_the_upper_may() -> None:
    ten = Decimal(10)

    assert exactly("10").reaches(ten) is Reach.DOES
    assert between("5", "25").reaches(ten) is Reach.MAY
    assert between("5", "10").reaches(ten) is Reach.MAY
    assert between("5", "10", high_excluded=True).reaches(ten) is Reach.NO
    assert exactly("9.99").reaches(ten) is Reach.NO


def test_a_half_is_no_majority_and_more_than_a_half_is() -> None:
    half = Decimal(50)

    assert exactly("50").exceeds(half) is Reach.NO
    assert between("50", "75", low_excluded=True).exceeds(half) is Reach.DOES
    assert between("50", "75").exceeds(half) is Reach.MAY


def test_the_larger_telling_of_one_share_is_not_a_sum() -> None:
    assert exactly("20").at_least_as(between("10", "25")) == between("20", "25")


def test_a_share_is_written_without_idle_noughts() -> None:
    assert text_of(exactly("42.00")) == "42\u00a0%"
    assert text_of(between("12.5", "33.3333")) == "12.5–33.33\u00a0%"
    assert text_of(exactly("100")) == "100\u00a0%"
