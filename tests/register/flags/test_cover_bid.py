from collections.abc import Mapping

from register.flags.cover_bid import find
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.offered import offered
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
NAMES = ("alfa", "beta", "gamma", "delta", "nzaui", "athi")
ROOF = {"roof": NAMES}
ONE_HAND: tuple[Told, ...] = (("Ana", "alfa", 60), ("Ana", "beta", 70))
NEAR = {"alfa": 1000, "beta": 1005, "gamma": 1200, "delta": 1210, "nzaui": 1220, "athi": 1230}


def seen_with(
    prices: Mapping[str, int | None],
    *holds: Told,
    statuses: Mapping[str, str] | None = None,
    won: tuple[str, ...] = ("alfa",),
    undeclared: tuple[str, ...] = (),
) -> Picture:
    seen = picture(*(holds or ONE_HAND), bids=ROOF, won=won, undeclared=undeclared)
    return offered(seen, prices, statuses)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_the_nearest_bid_that_stands_out_and_comes_from_the_winners_cluster_is_found() -> None:
    seen = seen_with(NEAR)

    (found,) = findings(seen)

    assert found.sentence % found.facts == (
        "Beta Ltd, in one cluster with the winner Alfa Ltd, made the losing bid nearest to the winner's."
    )
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert str(found.proofs[0].words) == "Alfa Ltd bid 1000 KES and Beta Ltd 1005 KES: 0.5\u00a0% apart."
    assert found.proofs[0].pointers == ("/tender/tenderers/0", "/tender/tenderers/1")
    assert [seen.name(each) for each in found.about] == ["Ana"]
    assert len(found.paths) == 2


def test_the_cluster_may_be_joined_through_chains() -> None:
    chain = (("Ana", "kaiti", 60), ("kaiti", "alfa", 70), ("Ana", "beta", 51))

    assert len(findings(seen_with(NEAR, *chain))) == 1


def test_the_same_price_is_found_however_many_bid() -> None:
    seen = offered(picture(*ONE_HAND, bids={"roof": NAMES[:2]}, won=("alfa",)), {"alfa": 1000, "beta": 1000})

    (found,) = findings(seen)

    assert "the very same price" in found.sentence


def test_a_near_bid_of_somebody_else_and_one_that_does_not_stand_out_are_left_out() -> None:
    evenly = {"alfa": 1000, "beta": 1050, "gamma": 1100, "delta": 1150, "nzaui": 1200, "athi": 1250}

    assert findings(seen_with(NEAR, ("Ana", "alfa", 60), ("Ben", "beta", 70))) == []
    assert findings(seen_with(evenly)) == []


def test_a_half_is_no_cluster() -> None:
    assert findings(seen_with(NEAR, ("Ana", "alfa", 50), ("Ana", "beta", 50))) == []


def test_a_bid_that_was_put_aside_or_withdrawn_covers_nothing() -> None:
    for status in ("disqualified", "withdrawn"):
        assert findings(seen_with(NEAR, statuses={"beta": status})) == []


def test_nothing_is_asked_before_somebody_won() -> None:
    assert list(find(seen_with(NEAR, won=()), KENYA)) == []


def test_without_a_price_it_could_not_be_judged() -> None:
    unpriced = dict(NEAR, gamma=None)
    (unclear,) = (each for each in find(seen_with(unpriced), KENYA) if isinstance(each, Unclear))
    (winner,) = find(seen_with(dict(NEAR, alfa=None)), KENYA)

    assert unclear.reason % unclear.facts == "The price that Gamma Ltd bid is not known."
    assert isinstance(winner, Unclear)
    assert winner.facts["bidder"] == "Alfa Ltd"


def test_winners_of_different_parts_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(NEAR, won=("alfa", "gamma")), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason.startswith("Several bidders won")


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(NEAR, undeclared=("beta",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Beta Ltd has no declaration."
