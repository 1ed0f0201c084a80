from decimal import Decimal

from register.graph.outliers import concentration, lower_fence, upper_fence


def figures(*told: int) -> list[Decimal]:
    return [Decimal(each) for each in told]


def test_the_fence_stands_one_and_a_half_times_the_quartiles_distance_above_the_upper_quartile() -> None:
    assert upper_fence(figures(1, 2, 3, 4, 5)) == Decimal(7)
    assert upper_fence(figures(4, 1, 3, 2)) == Decimal("5.5")


def test_too_few_figures_have_no_fence() -> None:
    assert upper_fence(figures(1, 2, 3)) is None


def test_equal_figures_have_their_fence_where_they_stand() -> None:
    assert upper_fence(figures(5, 5, 5, 5)) == Decimal(5)


def test_concentration_is_ten_thousand_when_one_has_all_and_falls_with_the_number_of_hands() -> None:
    assert concentration(figures(7)) == 10_000
    assert concentration(figures(7, 7)) == 5_000
    assert concentration(figures(*[1] * 10)) == 1_000
    assert concentration([]) == 0


def test_the_lower_fence_lies_one_and_a_half_quartile_ranges_below() -> None:
    assert lower_fence([Decimal(each) for each in (10, 12, 14, 16, 18)]) == Decimal(6)
    assert lower_fence([Decimal(3)]) == Decimal(3)
