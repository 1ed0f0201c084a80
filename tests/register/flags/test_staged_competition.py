from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.staged_competition import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.offered import offered
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta", "gamma")}
ONE_HAND: tuple[Told, ...] = (("Ana", "alfa", 60), ("Ana", "beta", 70))
ASIDE = {"alfa": "valid", "beta": "disqualified", "gamma": "disqualified"}


def seen_with(
    *holds: Told, won: tuple[str, ...] = ("alfa",), undeclared: tuple[str, ...] = (), **statuses: str
) -> Picture:
    seen = picture(*(holds or ONE_HAND), bids=ROOF, won=won, undeclared=undeclared)
    return offered(seen, statuses={**ASIDE, **statuses})


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_all_others_put_aside_with_one_of_the_winners_cluster_is_found() -> None:
    (found,) = findings(seen_with())

    assert found.sentence % found.facts == (
        "Alfa Ltd won after all other bids (2) were disqualified, among them those of its own cluster: Beta Ltd."
    )
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert str(found.proofs[0].words) == "The bid of Beta Ltd was disqualified."
    assert found.proofs[0].pointers == ("/tender/tenderers/1",)
    assert len(found.paths) == 2


def test_the_cluster_may_be_joined_through_a_chain() -> None:
    assert len(findings(seen_with(("Ana", "kaiti", 60), ("kaiti", "alfa", 70), ("Ana", "beta", 51)))) == 1


def test_a_valid_bid_of_somebody_else_is_competition() -> None:
    assert list(find(seen_with(gamma="valid"), KENYA)) == []
    assert list(find(seen_with(gamma="pending"), KENYA)) == []


def test_a_bid_that_was_withdrawn_does_not_count() -> None:
    assert len(findings(seen_with(gamma="withdrawn"))) == 1
    assert findings(seen_with(beta="withdrawn")) == []


def test_bids_of_others_alone_and_a_half_are_left_out() -> None:
    assert findings(seen_with(("Ana", "alfa", 60), ("Ben", "beta", 70))) == []
    assert findings(seen_with(("Ana", "alfa", 50), ("Ana", "beta", 50))) == []


def test_nothing_is_asked_before_somebody_won() -> None:
    assert list(find(seen_with(won=()), KENYA)) == []


def test_without_a_status_it_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(gamma=""), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "It is not known whether the bid of Gamma Ltd was disqualified."


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(undeclared=("beta",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Beta Ltd has no declaration."
