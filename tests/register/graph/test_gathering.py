from datetime import date
from decimal import Decimal

from tests.factories.pictures import CLOSE, Hold
from tests.factories.portfolios import Bought, portfolio


def test_an_award_knows_who_is_at_the_upper_end_above_its_supplier() -> None:
    seen = portfolio(
        ("Ana", "kaiti", 60), ("kaiti", "alfa", 100), ("state", "alfa", 20), bought=[Bought("roof", "alfa")]
    )

    (award,) = seen.awards

    assert {(hand.name, hand.does) for hand in award.hands} == {("Ana", True), ("State Ltd", True)}
    assert [len(hand.path) for hand in award.hands if hand.name == "Ana"] == [2]


def test_owners_are_those_of_the_day_of_the_award() -> None:
    sold = date(2026, 1, 31)
    holds = (
        Hold("Ana", "alfa", 100, end=sold, declared=date(2025, 6, 1)),
        Hold("Faith", "alfa", 100, start=sold, declared=sold),
    )

    seen = portfolio(*holds, bought=[Bought("roof", "alfa", on=date(2026, 1, 5)), Bought("shed", "alfa")])

    assert [[hand.name for hand in award.hands] for award in seen.awards] == [["Ana"], ["Faith"]]


def test_suppliers_who_won_together_share_the_value_and_count_once() -> None:
    seen = portfolio(("Ana", "alfa", 100), bought=[Bought("roof", ("alfa", "beta"), value=900)])

    assert [award.part for award in seen.awards] == [Decimal(450), Decimal(450)]
    assert len({award.key for award in seen.awards}) == 1


def test_bidders_in_one_hand_are_told_with_the_chains_that_show_it() -> None:
    seen = portfolio(
        ("Ana", "alfa", 100), ("Ana", "beta", 60), bought=[Bought("roof", "alfa", ("beta", "gama"))]
    )

    (met,) = seen.together

    assert met.bidders == ("ke-rco:alfa", "ke-rco:beta")
    assert [seen.name(each) for each in met.controllers] == ["Ana"]
    assert {path[0].holder for path in met.paths} == set(met.controllers)
    assert [(bid.won, bid.awarded, bid.day) for bid in seen.bids] == [
        (True, True, CLOSE), (False, True, CLOSE), (False, True, CLOSE)
    ]  # fmt: skip
