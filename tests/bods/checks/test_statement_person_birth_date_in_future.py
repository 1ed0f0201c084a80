"""Nobody is born tomorrow."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import entity, person, told

CODE = "statement_person_birth_date_in_future"


@pytest.mark.parametrize("birth", ["2026-03-10", "2026-04", "2027", "9999-12-31"])
def test_a_birth_that_is_yet_to_come_is_told_without_its_date(birth: str) -> None:
    [found] = told(CODE, person(birthDate=birth))

    assert found.pointer == "/recordDetails/birthDate"
    assert birth not in found.sentence + found.remedy


@pytest.mark.parametrize("birth", ["2026-03-09", "2026-03", "2026", "1980-05-17", "0001"])
def test_a_birth_whose_first_day_has_come_is_good(birth: str) -> None:
    assert places(CODE, person(birthDate=birth)) == []


def test_only_persons_are_asked() -> None:
    assert places(CODE, person(), entity(birthDate="2999-01-01")) == []
