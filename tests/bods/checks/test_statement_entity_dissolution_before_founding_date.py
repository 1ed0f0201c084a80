"""A company is not dissolved before it is founded."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import entity, person, told

CODE = "statement_entity_dissolution_before_founding_date"


def test_a_company_that_ended_before_it_began_is_told() -> None:
    [found] = told(CODE, entity(foundingDate="2020-02-02", dissolutionDate="2020-02-01"))

    assert found.pointer == "/recordDetails/dissolutionDate"
    assert "2020-02-01" in found.sentence


def test_a_company_may_end_on_the_day_it_began_or_later() -> None:
    same_day = entity(foundingDate="2020-02-02", dissolutionDate="2020-02-02")
    later = entity(foundingDate="2019-12-31", dissolutionDate="2020-01-01")

    assert places(CODE, same_day, later) == []


def test_one_date_alone_is_good() -> None:
    assert (
        places(CODE, entity(dissolutionDate="2020-01-01"), entity(foundingDate="2020-01-01"), entity()) == []
    )


def test_only_entities_are_asked() -> None:
    assert places(CODE, person(foundingDate="2020-02-02", dissolutionDate="2020-02-01")) == []
