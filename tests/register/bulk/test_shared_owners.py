"""Who stands behind two bidders, asked of the whole register at once."""

import pytest

from register.bulk.shared_owners import Bid, Edge, SharedOwner, closure, shared_owners


def edge(holder: str, held: str, percent: float) -> Edge:
    return Edge(holder, held, percent / 100, percent / 100)


def test_an_owner_behind_a_holding_company_is_found_with_the_share_of_the_chain() -> None:
    edges = [edge("Ana", "Kaiti", 60), edge("Kaiti", "Alfa", 70), edge("Ana", "Beta", 55)]

    found = shared_owners(edges, [Bid("roof", "Alfa"), Bid("roof", "Beta")], threshold=10)

    assert found == (SharedOwner("roof", "Ana", "Alfa", "Beta", pytest.approx(42), pytest.approx(55)),)


def test_a_small_share_and_another_tender_are_no_link() -> None:
    edges = [edge("Ana", "Alfa", 60), edge("Ana", "Beta", 9), edge("Ana", "Gamma", 60)]
    bids = [Bid("roof", "Alfa"), Bid("roof", "Beta"), Bid("road", "Gamma")]

    assert shared_owners(edges, bids, threshold=10) == ()


def test_companies_that_own_each_other_are_solved_and_not_cut() -> None:
    edges = [
        edge("Ana", "Alfa", 70),
        edge("Beta", "Alfa", 30),
        edge("Alfa", "Beta", 40),
        edge("Ben", "Beta", 60),
    ]

    found = {(each.owner, each.company): each.low for each in closure(edges)}

    assert found["Ana", "Alfa"] == pytest.approx(0.7 / (1 - 0.12))
    assert ("Alfa", "Alfa") not in found
    assert found["Alfa", "Beta"] == pytest.approx(0.4)
    assert found["Ana", "Beta"] == pytest.approx(0.7 / (1 - 0.12) * 0.4)
    assert found["Ana", "Alfa"] + found["Ben", "Alfa"] == pytest.approx(1)


def test_two_shares_of_one_holder_in_one_company_are_one_share() -> None:
    edges = [edge("Ana", "Alfa", 6), edge("Ana", "Alfa", 5), edge("Ana", "Beta", 10)]

    found = shared_owners(edges, [Bid("roof", "Alfa"), Bid("roof", "Beta")], threshold=10)

    assert found == (SharedOwner("roof", "Ana", "Alfa", "Beta", pytest.approx(11), pytest.approx(10)),)


def test_who_holds_two_companies_of_a_circle_has_one_line_for_each() -> None:
    edges = [
        edge("Ana", "Alfa", 50),
        edge("Ana", "Beta", 50),
        edge("Beta", "Alfa", 50),
        edge("Alfa", "Beta", 50),
    ]

    found = sorted((each.owner, each.company, each.low) for each in closure(edges))

    assert found == [
        ("Alfa", "Beta", pytest.approx(0.5)),
        ("Ana", "Alfa", pytest.approx(1)),
        ("Ana", "Beta", pytest.approx(1)),
        ("Beta", "Alfa", pytest.approx(0.5)),
    ]


def test_an_empty_register_has_no_pairs() -> None:
    assert shared_owners([], [], threshold=10) == ()
