from datetime import date

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.shared_owner import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import CLOSE, Hold, jointly, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_one_person_who_owns_two_bidders_is_found() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF)

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Ana is an owner of 2 bidders: Alfa Ltd, Beta Ltd."
    assert (found.severity, found.strength, found.certainty) == (Severity.STRONG, Strength.CERTAIN, "")
    assert len(found.statement_ids) == 2
    assert [proof.pointers for proof in found.proofs] == [("/tender/tenderers/0",), ("/tender/tenderers/1",)]


def test_an_owner_through_a_holding_company_is_found_with_the_path() -> None:
    seen = picture(("Ana", "kaiti", 60), ("kaiti", "alfa", 70), ("Ana", "beta", 55), bids=ROOF)

    (found,) = findings(seen)

    assert [len(path) for path in found.paths] == [2, 1]
    assert str(found.proofs[0].words) == "60\u00a0% × 70\u00a0%: together 42\u00a0%."
    assert str(found.details[0]) == "Ana owns 42\u00a0% of Alfa Ltd, through Kaiti Ltd."


def test_a_small_share_is_not_an_owner() -> None:
    assert findings(picture(("Ana", "alfa", 60), ("Ana", "beta", 9), bids=ROOF)) == []


def test_an_interest_that_had_ended_is_left_out() -> None:
    ended = Hold("Ana", "beta", 40, end=date(2026, 1, 31))

    assert findings(picture(("Ana", "alfa", 60), ended, bids=ROOF)) == []


def test_a_stake_told_as_a_whole_and_by_its_chain_is_not_counted_twice() -> None:
    chain = (
        Hold("Ana", "kaiti", 12, network="beta", is_component=True),
        Hold("kaiti", "beta", 50, is_component=True),
    )
    whole = Hold("Ana", "beta", 6, indirect=True, components=tuple(each.record_id for each in chain))

    assert findings(picture(("Ana", "alfa", 60), *chain, whole, bids=ROOF)) == []


def test_an_owner_is_found_around_a_circle() -> None:
    circle = (("gamma", "beta", 60), ("beta", "gamma", 60), ("Ana", "gamma", 40))

    assert len(findings(picture(("Ana", "alfa", 60), *circle, bids=ROOF))) == 1


def test_control_without_a_share_makes_an_owner() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", InterestType.APPOINTMENT_OF_BOARD), bids=ROOF)

    assert len(findings(seen)) == 1


def test_a_range_of_which_the_upper_end_reaches_the_threshold_is_asked_as_a_may() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", (5, 25)), bids=ROOF)

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Ana may be an owner of 2 bidders: Alfa Ltd, Beta Ltd."
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_an_interest_of_which_nobody_can_tell_whether_it_held_is_asked_as_a_may() -> None:
    late = Hold("Ana", "beta", 40, start=None, declared=date(2026, 3, 20))

    (found,) = findings(picture(("Ana", "alfa", 60), late, bids=ROOF))

    assert found.strength is Strength.POSSIBLE


def test_a_declaration_made_after_the_close_still_speaks_for_it() -> None:
    late = Hold("Ana", "beta", 40, declared=date(2026, 3, 20))

    (found,) = findings(picture(("Ana", "alfa", 60), late, bids=ROOF))

    assert found.strength is Strength.CERTAIN
    assert found.paths[1][0].late


def test_a_typed_identity_is_likely_and_says_that_nobody_confirmed_it() -> None:
    (found,) = findings(picture(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF, typed=("Ana",)))

    assert found.strength is Strength.LIKELY
    assert "nobody has confirmed it" in found.certainty


def test_a_like_name_is_not_one_person() -> None:
    assert findings(picture(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF, apart=("Ana",))) == []


def test_a_company_above_both_is_not_a_person() -> None:
    assert findings(picture(("kaiti", "alfa", 60), ("kaiti", "beta", 40), bids=ROOF)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    seen = picture(("Ana", "alfa", 60), bids=ROOF, undeclared=("beta",))

    (unclear,) = find(seen, KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Beta Ltd has no declaration."


def test_a_tender_with_one_bidder_links_nobody() -> None:
    assert list(find(picture(bids={"roof": ("alfa",)}, undeclared=("alfa",)), KENYA)) == []


def test_the_finding_is_the_same_when_a_share_changes() -> None:
    before = picture(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF)
    after = picture(("Ana", "alfa", 30), ("Ana", "beta", 45), bids=ROOF, as_of=CLOSE, typed=("Ana",))

    assert [each.fingerprint for each in findings(before)] == [each.fingerprint for each in findings(after)]


def test_partners_who_only_bid_together_are_no_rivals() -> None:
    seen = jointly(("Ana", "alfa", 60), ("Ana", "beta", 40), bids=ROOF, partners=("alfa", "beta"))

    assert findings(seen) == []


def test_an_owner_of_a_partner_and_of_another_bidder_is_found_with_those_who_compete() -> None:
    bids = {"roof": ("alfa", "beta", "gamma")}
    seen = jointly(
        ("Ana", "alfa", 60), ("Ana", "gamma", 60), ("Ben", "beta", 100), bids=bids, partners=("alfa", "beta")
    )

    (found,) = findings(seen)

    assert [seen.name(each) for each in found.bidders] == ["Alfa Ltd", "Gamma Ltd"]
