from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Unclear
from register.flags.just_under_threshold import find
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
SIX = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Fay")


def findings(*holds: Told) -> list[Finding]:
    return [each for each in find(picture(*holds, bids=ROOF), KENYA) if isinstance(each, Finding)]


def test_a_share_just_below_the_threshold_is_told() -> None:
    (found,) = findings(("Ana", "alfa", "9.5"), ("Ben", "alfa", "90.5"))

    assert found.sentence % found.facts == (
        "Ana holds 9.5\u00a0% of Alfa Ltd, just less than the threshold of 10\u00a0%."
    )
    assert found.severity is Severity.CONTEXT
    assert len(found.paths) == 1


def test_a_share_through_a_chain_counts() -> None:
    (found,) = findings(
        ("Ana", "kaiti", 19), ("Ben", "kaiti", 81), ("kaiti", "alfa", 50), ("Cleo", "alfa", 50)
    )

    assert found.facts["share"] == "9.5\u00a0%"
    assert len(found.paths[0]) == 2


def test_many_who_together_hold_half_are_asked_about() -> None:
    (found,) = findings(*((name, "alfa", "9.5") for name in SIX), ("Gil", "alfa", 43))

    assert found.sentence % found.facts == (
        "Ana, Ben, Cleo, Dan, Eve, Fay each hold just less than the threshold of 10\u00a0% in Alfa Ltd;"
        " together 57\u00a0%."
    )
    assert found.severity is Severity.ASK
    assert len(found.details) == 6


def test_the_threshold_itself_and_less_than_the_margin_are_left_out() -> None:
    assert findings(("Ana", "alfa", 10), ("Ben", "alfa", "8.99"), ("Cleo", "alfa", "81.01")) == []
    assert len(findings(("Ana", "alfa", 9), ("Ben", "alfa", 91))) == 1


def test_a_range_that_begins_lower_is_left_out() -> None:
    assert findings(("Ana", "alfa", (5, 9)), ("Ben", "alfa", 91)) == []


def test_two_chains_that_reach_the_threshold_together_are_left_out() -> None:
    assert findings(("Ana", "alfa", "9.5"), ("Ana", "kaiti", 10), ("kaiti", "alfa", 80)) == []


def test_who_controls_besides_is_an_owner_already() -> None:
    assert findings(("Ana", "alfa", "9.5"), ("Ana", "alfa", InterestType.APPOINTMENT_OF_BOARD)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
