"""No owner was born before 1800."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import person, told

CODE = "statement_person_birth_date_too_far_in_past"


@pytest.mark.parametrize("birth", ["1799-12-31", "1799-12", "1799", "0000", "0001-01-01"])
def test_a_birth_before_1800_is_told_without_its_date(birth: str) -> None:
    [found] = told(CODE, person(birthDate=birth))

    assert found.pointer == "/recordDetails/birthDate"
    assert birth not in found.sentence + found.remedy


@pytest.mark.parametrize("birth", ["1800-01-01", "1800-01", "1800", "1980", "2999-01-01"])
def test_a_birth_since_1800_is_good(birth: str) -> None:
    assert places(CODE, person(birthDate=birth)) == []


def test_a_person_may_be_without_a_date_of_birth() -> None:
    assert places(CODE, person()) == []
