from datetime import date

from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.shared_parent import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import JOINT, Hold, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
THREE = {"roof": ("alfa", "beta", "gamma")}


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_one_body_that_owns_two_bidders_is_found() -> None:
    (found,) = findings(picture(("kaiti", "alfa", 40), ("kaiti", "beta", 25), bids=ROOF))

    assert found.sentence % found.facts == "Kaiti Ltd is an owner of 2 bidders: Alfa Ltd, Beta Ltd."
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert [proof.pointers for proof in found.proofs] == [("/tender/tenderers/0",), ("/tender/tenderers/1",)]
    assert len(found.statement_ids) == 2


def test_a_parent_through_other_companies_is_found_with_the_path() -> None:
    seen = picture(("kaiti", "delta", 60), ("delta", "alfa", 50), ("kaiti", "beta", 25), bids=ROOF)

    (found,) = findings(seen)

    assert [len(path) for path in found.paths] == [2, 1]
    assert str(found.details[0]) == "Kaiti Ltd owns 30\u00a0% of Alfa Ltd, through Delta Ltd."


def test_a_bidder_that_owns_another_is_found() -> None:
    seen = picture(("alfa", "beta", 20), ("Ana", "alfa", 100), bids=ROOF)

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Alfa Ltd, itself a bidder, is an owner of Beta Ltd."
    assert [seen.name(each) for each in found.bidders] == ["Alfa Ltd", "Beta Ltd"]


def test_of_bodies_in_one_chain_the_nearest_is_told() -> None:
    above = (("kaiti", "delta", 100), ("delta", "alfa", 60), ("delta", "beta", 60))
    owned = (("kaiti", "alfa", 100), ("alfa", "beta", 60))

    assert [found.facts["parent"] for found in findings(picture(*above, bids=ROOF))] == ["Delta Ltd"]
    assert [found.facts["parent"] for found in findings(picture(*owned, bids=ROOF))] == ["Alfa Ltd"]


def test_a_body_above_that_owns_a_further_bidder_is_told_as_well() -> None:
    chain = (("kaiti", "delta", 100), ("delta", "alfa", 60), ("delta", "beta", 60), ("kaiti", "gamma", 30))

    assert {found.facts["parent"] for found in findings(picture(*chain, bids=THREE))} == {
        "Delta Ltd",
        "Kaiti Ltd",
    }


def test_a_share_below_the_threshold_and_one_that_had_ended_are_left_out() -> None:
    ended = Hold("kaiti", "beta", 40, end=date(2026, 1, 31))

    assert findings(picture(("kaiti", "alfa", 60), ("kaiti", "beta", 9), bids=ROOF)) == []
    assert findings(picture(("kaiti", "alfa", 60), ended, bids=ROOF)) == []


def test_a_person_above_both_and_people_holding_jointly_are_no_parent() -> None:
    joint = (("Ana", JOINT, 100), (JOINT, "alfa", 60), (JOINT, "beta", 60))

    assert findings(picture(("Ana", "alfa", 60), ("Ana", "beta", 60), bids=ROOF)) == []
    assert findings(picture(*joint, bids=ROOF)) == []


def test_partners_of_one_offer_may_have_one_parent() -> None:
    seen = picture(("kaiti", "alfa", 60), ("kaiti", "beta", 60), bids=ROOF, together=_partners())

    assert findings(seen) == []


def _partners() -> tuple[tuple[str, ...], ...]:
    return (("KE-RCO-alfa", "KE-RCO-beta"),)


def test_a_range_of_which_the_upper_end_reaches_the_threshold_is_asked_as_a_may() -> None:
    (found,) = findings(picture(("kaiti", "alfa", 60), ("kaiti", "beta", (5, 25)), bids=ROOF))

    assert found.sentence % found.facts == "Kaiti Ltd may be an owner of 2 bidders: Alfa Ltd, Beta Ltd."
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(("kaiti", "alfa", 60), bids=ROOF, undeclared=("beta",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Beta Ltd has no declaration."
