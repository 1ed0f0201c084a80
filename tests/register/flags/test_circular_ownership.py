from datetime import date

from bods.codelists import InterestType
from register.flags.circular_ownership import find
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_a_bidder_that_owns_itself_through_another_is_found() -> None:
    seen = picture(("alfa", "kaiti", 50), ("kaiti", "alfa", 40), ("Ana", "alfa", 60), bids=ROOF)

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Alfa Ltd owns 20\u00a0% of itself through Kaiti Ltd."
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert [(seen.name(each.holder), seen.name(each.held)) for each in found.paths[0]] == [
        ("Alfa Ltd", "Kaiti Ltd"),
        ("Kaiti Ltd", "Alfa Ltd"),
    ]


def test_a_long_way_round_is_found() -> None:
    ring = (("alfa", "d", 100), ("d", "c", 100), ("c", "b", 50), ("b", "alfa", 20), ("Ana", "alfa", 80))

    (found,) = findings(picture(*ring, bids=ROOF))

    assert found.facts["share"] == "10\u00a0%"
    assert found.facts["others"] == "D Ltd, C Ltd, B Ltd"


def test_two_ways_round_add_up() -> None:
    ring = (("alfa", "b", 50), ("alfa", "c", 50), ("b", "alfa", 20), ("c", "alfa", 30), ("Ana", "alfa", 50))

    (found,) = findings(picture(*ring, bids=ROOF))

    assert found.facts["share"] == "25\u00a0%"


def test_a_circle_of_others_is_not_the_bidders() -> None:
    seen = picture(("b", "c", 50), ("c", "b", 50), ("b", "alfa", 40), ("Ana", "alfa", 60), bids=ROOF)

    assert findings(seen) == []


def test_a_circle_that_had_ended_is_left_out() -> None:
    over = Hold("alfa", "kaiti", 50, end=date(2026, 1, 1))

    assert findings(picture(over, ("kaiti", "alfa", 40), ("Ana", "alfa", 60), bids=ROOF)) == []


def test_a_post_in_a_company_closes_no_circle() -> None:
    seen = picture(("alfa", "kaiti", InterestType.BOARD_MEMBER), ("kaiti", "alfa", 40), bids=ROOF)

    assert findings(seen) == []


def test_shares_that_are_not_said_may_come_to_something() -> None:
    seen = picture(("alfa", "kaiti", (0, 50)), ("kaiti", "alfa", 40), ("Ana", "alfa", 60), bids=ROOF)

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Alfa Ltd may own 0–20\u00a0% of itself through Kaiti Ltd."
    assert found.strength is Strength.POSSIBLE


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
