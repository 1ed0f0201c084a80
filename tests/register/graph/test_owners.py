from datetime import date
from decimal import Decimal

from bods.codelists import InterestType
from register.graph.building import company_picture
from register.graph.owners import Owner, owners_of
from register.graph.picture import Control
from register.graph.shares import Range
from tests.factories.pictures import CLOSE, Hold, Told, identities_of, statements_of

TEN = Decimal(10)
BOARD = InterestType.APPOINTMENT_OF_BOARD
JOINTLY = (Hold("Ana", "joint", 50, network="alfa"), Hold("Ben", "joint", 50, network="alfa"))


def owners(*holds: Told) -> dict[str, Owner]:
    told = statements_of(holds)
    seen = company_picture("alfa", told, identities_of(told), CLOSE)
    return {owner.party.name: owner for owner in owners_of(seen, seen.subjects[0], TEN)}


def test_a_small_share_is_not_an_owner() -> None:
    assert set(owners(("Ana", "alfa", 60), ("Ben", "alfa", "9.99"))) == {"Ana"}


def test_small_shares_through_many_chains_make_an_owner() -> None:
    found = owners(("Ana", "beta", 10), ("beta", "alfa", 50), ("Ana", "alfa", 5))

    assert found["Ana"].economic == Range(TEN, TEN)
    assert found["Ana"].does
    assert len(found["Ana"].paths) == 2


def test_a_range_of_which_only_the_upper_end_reaches_the_threshold_makes_a_may() -> None:
    found = owners(("Ana", "alfa", (5, 25)), ("Ben", "alfa", 60))

    assert (found["Ana"].does, found["Ana"].may) == (False, True)


def test_power_over_the_board_makes_an_owner_without_a_share() -> None:
    found = owners(("Ana", "alfa", 100), ("Ben", "alfa", BOARD))

    assert found["Ben"].economic is None
    assert [basis for basis, _ in found["Ben"].controls] == [Control.BOARD]


def test_control_goes_through_a_majority_though_the_interest_is_small() -> None:
    found = owners(("Ana", "beta", 51), ("beta", "gamma", 51), ("gamma", "alfa", 15))

    assert found["Ana"].economic is not None
    assert found["Ana"].economic.high < TEN
    assert found["Ana"].does
    assert [basis for basis, _ in found["Ana"].controls] == [Control.VOTES]


def test_control_does_not_go_through_a_half() -> None:
    assert "Ana" not in owners(("Ana", "beta", 50), ("beta", "alfa", 15))


def test_companies_in_one_hand_add_their_votes() -> None:
    found = owners(
        ("Ana", "beta", 60),
        ("Ana", "gamma", 60),
        ("beta", "alfa", 30),
        ("gamma", "alfa", 30),
        ("Ben", "alfa", 40),
    )

    assert [basis for basis, _ in found["Ana"].controls] == [Control.MAJORITY]


def test_votes_without_shares_make_an_owner() -> None:
    found = owners(("Ana", "alfa", 100), Hold("Ben", "alfa", 25, type=InterestType.VOTING_RIGHTS))

    assert found["Ben"].does


def test_a_senior_manager_is_no_owner() -> None:
    assert set(owners(("Ana", "alfa", 100), ("Ben", "alfa", InterestType.SENIOR_MANAGING_OFFICIAL))) == {
        "Ana"
    }


def test_owners_are_found_around_a_circle() -> None:
    found = owners(("beta", "alfa", 60), ("alfa", "beta", 60), ("Ana", "beta", 40), ("Ben", "alfa", 40))

    assert found["Ana"].economic is not None
    assert found["Ben"].economic is not None
    assert found["Ana"].economic.low + found["Ben"].economic.low == 100


def test_an_interest_that_may_not_have_held_on_the_day_makes_a_may() -> None:
    found = owners(Hold("Ana", "alfa", 60, declared=date(2026, 3, 5), start=None))

    assert (found["Ana"].does, found["Ana"].may) == (False, True)


def test_who_holds_jointly_counts_with_all_that_they_hold_together() -> None:
    found = owners(*JOINTLY, ("joint", "alfa", 12), ("Cate", "alfa", 88))

    assert {name for name, owner in found.items() if owner.does} >= {"Ana", "Ben", "Cate"}
    assert (found["Ana"].economic, found["Ana"].together) == (
        Range(Decimal(6), Decimal(6)),
        Range(Decimal(12), Decimal(12)),
    )
    assert found["Cate"].together is None


def test_who_holds_less_than_the_threshold_jointly_is_no_owner() -> None:
    assert "Ana" not in owners(*JOINTLY, ("joint", "alfa", "9.99"))
