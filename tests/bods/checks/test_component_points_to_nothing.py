"""A relationship may only list components that are there."""

from bods.checks.component_points_to_nothing import find
from bods.records import Entity
from tests.bods.stories import owns, shares, statement

CHAINED = statement("link", owns("ana", "alfa", shares(30), components=("beta", "gone")))
BETA = statement("beta", Entity(is_component=True, name="Beta"))


def test_a_component_that_is_nowhere_is_found_at_its_place() -> None:
    (finding,) = find([BETA, CHAINED])

    assert finding.pointer == "/recordDetails/componentRecords/1"
    assert "gone" in finding.sentence


def test_components_that_are_there_are_not_found() -> None:
    gone = statement("gone", Entity(is_component=True))

    assert list(find([BETA, gone, CHAINED])) == []
