from datetime import date

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.shared_officer import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
RUNS_ALFA = ("Ana", "alfa", InterestType.BOARD_MEMBER)
RUNS_BETA = ("Ana", "beta", InterestType.SENIOR_MANAGING_OFFICIAL)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_one_person_who_runs_two_bidders_is_found() -> None:
    (found,) = findings(picture(RUNS_ALFA, RUNS_BETA, ("Ben", "alfa", 100), bids=ROOF))

    assert found.sentence % found.facts == "Ana has a part in running 2 bidders: Alfa Ltd, Beta Ltd."
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert str(found.proofs[0].words) == "Ana is a senior manager or director of Alfa Ltd."
    assert len(found.statement_ids) == 2


def test_a_nominee_in_one_bidder_who_owns_another_through_a_chain_is_found() -> None:
    nominee = ("Ana", "alfa", InterestType.NOMINEE)
    seen = picture(nominee, ("Ana", "kaiti", 80), ("kaiti", "beta", 50), bids=ROOF)

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Ana has a part in running Alfa Ltd and is an owner of Beta Ltd."
    assert [len(path) for path in found.paths] == [1, 2]


def test_who_owns_both_bidders_is_left_to_the_flag_on_owners() -> None:
    owns = (("Ana", "alfa", 60), ("Ana", "beta", 60))

    assert findings(picture(*owns, RUNS_ALFA, RUNS_BETA, bids=ROOF)) == []


def test_a_small_share_beside_a_post_and_a_post_that_had_ended_are_left_out() -> None:
    ended = Hold("Ana", "beta", type=InterestType.BOARD_MEMBER, end=date(2026, 1, 31))

    assert findings(picture(RUNS_ALFA, ("Ana", "beta", 9), bids=ROOF)) == []
    assert findings(picture(RUNS_ALFA, ended, bids=ROOF)) == []


def test_a_post_above_a_bidder_or_in_a_company_that_does_not_bid_is_left_out() -> None:
    above = ("Ana", "kaiti", InterestType.BOARD_MEMBER)

    assert findings(picture(RUNS_ALFA, above, ("kaiti", "beta", 100), bids=ROOF)) == []


def test_people_of_one_name_are_not_one_person() -> None:
    assert findings(picture(RUNS_ALFA, RUNS_BETA, bids=ROOF, apart=("Ana",))) == []


def test_a_typed_identity_is_likely_only() -> None:
    (found,) = findings(picture(RUNS_ALFA, RUNS_BETA, bids=ROOF, typed=("Ana",)))

    assert found.strength is Strength.LIKELY
    assert "nobody has confirmed it" in found.certainty


def test_a_post_of_which_nobody_can_tell_whether_it_held_is_asked() -> None:
    late = Hold("Ana", "beta", type=InterestType.BOARD_MEMBER, start=None, declared=date(2026, 3, 20))

    (found,) = findings(picture(RUNS_ALFA, late, bids=ROOF))

    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(RUNS_ALFA, bids=ROOF, undeclared=("beta",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Beta Ltd has no declaration."
