"""A person dies after birth, within 120 years of it, not before 1800 and not in the future."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, person, told

CODE = "statement_person_death_date_not_sensible_value"
DEATH = ["/recordDetails/deathDate"]


def lived(birth: str | None, death: str) -> Json:
    """Give a person who lived between these dates."""
    return person(deathDate=death, **({} if birth is None else {"birthDate": birth}))


@pytest.mark.parametrize("death", ["2026-03-10", "2026-04", "2027"])
def test_a_death_that_is_yet_to_come_is_told(death: str) -> None:
    assert places(CODE, lived("1950", death)) == DEATH


@pytest.mark.parametrize("death", ["1799-12-31", "1799", "0000"])
def test_a_death_before_1800_is_told(death: str) -> None:
    assert places(CODE, lived(None, death)) == DEATH


@pytest.mark.parametrize(
    ("birth", "death"),
    [("1950-05-17", "1950-05-16"), ("1950-05-17", "1950-04"), ("1950-05-17", "1949"), ("1950", "1949-12-31")],
)
def test_a_death_before_birth_is_told_without_either_date(birth: str, death: str) -> None:
    [found] = told(CODE, lived(birth, death))

    assert found.pointer == "/recordDetails/deathDate"
    assert not {birth, death} & set(found.sentence.split())


@pytest.mark.parametrize(
    ("birth", "death"),
    [("1880-01-01", "2000-01-03"), ("1880", "2001"), ("1880-01", "2000-02"), ("0000", "1990")],
)
def test_a_life_of_more_than_120_years_is_told(birth: str, death: str) -> None:
    assert places(CODE, lived(birth, death)) == DEATH


@pytest.mark.parametrize(
    ("birth", "death"),
    [
        ("1950-05-17", "1950-05-17"),
        ("1950-05-17", "1990"),
        ("1950", "2020-02"),
        ("1880-01-01", "2000-01-01"),
        ("1899-12-31", "2020-01-01"),  # 120 years with one leap day less
        ("1950-05-17", "2026-03-09"),
        (None, "1990"),
    ],
)
def test_a_life_that_may_have_been_is_good(birth: str | None, death: str) -> None:
    assert places(CODE, lived(birth, death)) == []


def test_a_death_in_the_year_or_month_of_birth_is_good() -> None:
    # The official checker reads 1990 as its first day, which lies before May.
    assert places(CODE, lived("1990-05", "1990"), lived("1990-05-17", "1990-05")) == []
