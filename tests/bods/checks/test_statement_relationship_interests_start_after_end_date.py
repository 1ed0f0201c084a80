"""An interest does not end before it starts."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import owns, shares, told

CODE = "statement_relationship_interests_start_after_end_date"


def test_an_interest_that_ends_before_it_starts_is_told_at_its_place() -> None:
    good = shares(20, startDate="2019-01-01", endDate="2020-01-01")
    crossed = shares(40, startDate="2020-02-02", endDate="2020-02-01")

    [found] = told(CODE, owns("ana", "alfa", good, crossed))

    assert found.pointer == "/recordDetails/interests/1/endDate"
    assert "2020-02-01" in found.sentence
    assert "2020-02-02" in found.sentence


def test_an_interest_may_end_on_the_day_it_starts() -> None:
    assert places(CODE, owns("ana", "alfa", shares(startDate="2020-02-02", endDate="2020-02-02"))) == []


def test_one_date_alone_is_good() -> None:
    interests = shares(startDate="2020-01-01"), shares(endDate="2020-01-01"), shares()

    assert places(CODE, owns("ana", "alfa", *interests)) == []
