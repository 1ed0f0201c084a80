from datetime import date

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.one_real_bidder import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, jointly, picture

KENYA = load("kenya_makueni")
THREE = {"wing": ("alfa", "beta", "gamma")}
TWO = {"wing": ("alfa", "beta")}


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_two_bidders_in_one_hand_are_fewer_clusters_than_bids() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", 51), ("Ben", "gamma", 100), bids=THREE)

    (found,) = findings(seen)

    assert (
        found.sentence % found.facts
        == "Alfa Ltd, Beta Ltd are under common control: 3 bids come from 2 clusters."
    )
    assert found.severity is Severity.STRONG
    assert [seen.name(key) for key in found.about] == ["Ana"]
    assert len(found.paths) == 2


def test_all_bids_from_one_cluster_come_first() -> None:
    (found,) = findings(picture(("Ana", "alfa", 60), ("alfa", "beta", 51), bids=TWO))

    assert (
        found.sentence % found.facts
        == "All 2 bids come from one cluster: Alfa Ltd, Beta Ltd are under common control."
    )
    assert found.severity is Severity.ANSWER_FIRST
    assert str(found.details[0]) == "Alfa Ltd, itself a bidder, has Beta Ltd in its power."


def test_declared_influence_and_power_over_the_board_are_control() -> None:
    seen = picture(
        ("Ana", "alfa", InterestType.OTHER_INFLUENCE_OR_CONTROL),
        ("Ana", "beta", InterestType.APPOINTMENT_OF_BOARD),
        bids=TWO,
    )

    assert len(findings(seen)) == 1


def test_a_half_and_a_senior_manager_are_no_control() -> None:
    seen = picture(
        ("Ana", "alfa", 50),
        ("Ana", "beta", 50),
        ("Ben", "alfa", 50),
        ("Ben", "beta", InterestType.SENIOR_MANAGING_OFFICIAL),
        bids=TWO,
    )

    assert findings(seen) == []


def test_a_range_of_which_only_the_upper_end_is_a_majority_is_left_out() -> None:
    assert findings(picture(("Ana", "alfa", 60), ("Ana", "beta", (40, 75)), bids=TWO)) == []


def test_control_that_had_ended_is_left_out() -> None:
    ended = Hold("Ana", "beta", 60, end=date(2026, 2, 1))

    assert findings(picture(("Ana", "alfa", 60), ended, bids=TWO)) == []


def test_control_through_a_circle_is_found() -> None:
    circle = (("delta", "beta", 60), ("beta", "delta", 20), ("Ana", "delta", 55))

    assert len(findings(picture(("Ana", "alfa", 60), *circle, bids=TWO))) == 1


def test_control_by_a_typed_identity_is_likely() -> None:
    (found,) = findings(picture(("Ana", "alfa", 60), ("Ana", "beta", 60), bids=TWO, typed=("Ana",)))

    assert found.strength is Strength.LIKELY


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    answers = list(find(picture(("Ana", "alfa", 60), bids=TWO, undeclared=("beta",)), KENYA))

    assert [type(each) for each in answers] == [Unclear]


def test_partners_who_only_bid_together_are_no_rivals() -> None:
    owned = ("Ana", "alfa", 60), ("Ana", "beta", 60), ("Ben", "gamma", 100)

    assert findings(jointly(*owned, bids=THREE, partners=("alfa", "beta"))) == []
    assert findings(jointly(*owned[:2], bids=TWO, partners=("alfa", "beta"))) == []


def test_a_joint_bid_and_one_of_a_company_in_the_same_hand_are_one_cluster() -> None:
    owned = ("Ana", "alfa", 60), ("Ana", "gamma", 60), ("Ben", "beta", 100)

    (found,) = findings(jointly(*owned, bids=THREE, partners=("alfa", "beta")))

    assert (
        found.sentence % found.facts
        == "All 2 bids come from one cluster: Alfa Ltd, Gamma Ltd are under common control."
    )
