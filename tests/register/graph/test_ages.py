from datetime import date

from register.graph.ages import Born, years_between


def test_a_year_is_full_on_the_birthday() -> None:
    born = date(2008, 2, 27)

    assert years_between(born, date(2026, 2, 26)) == 17
    assert years_between(born, date(2026, 2, 27)) == 18


def test_a_month_of_birth_tells_an_age_within_a_month() -> None:
    born = Born.told(None, "2008-02")

    assert born is not None
    assert (born.earliest, born.latest) == (date(2008, 2, 1), date(2008, 2, 29))
    assert (born.least_age(date(2026, 2, 10)), born.greatest_age(date(2026, 2, 10))) == (17, 18)


def test_a_day_is_surer_than_a_month_and_nothing_tells_nothing() -> None:
    assert Born.told(date(1990, 5, 4), "1980-01") == Born(date(1990, 5, 4), date(1990, 5, 4))
    assert Born.told(None, None) is None
