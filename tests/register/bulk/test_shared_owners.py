"""Who stands behind two bidders, asked of the whole register at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.bulk.condensing import Edge
from register.bulk.shared_owners import Bid, SharedOwner, closure, shared_owners


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

    database = closure(edges)
    rows = database.execute("SELECT owner, company, low FROM closure").fetchall()
    found = {(owner, company): low for owner, company, low in rows}

    assert found["Ana", "Alfa"] == pytest.approx(0.7 / (1 - 0.12))
    assert found["Ana", "Beta"] == pytest.approx(0.7 / (1 - 0.12) * 0.4)
    assert found["Ana", "Alfa"] + found["Ben", "Alfa"] == pytest.approx(1)


def test_an_empty_register_has_no_pairs() -> None:
    assert shared_owners([], [], threshold=10) == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 30)), min_size=1, max_size=12))
def test_the_sums_are_those_of_linear_algebra(drawn: list[tuple[int, int, int]]) -> None:
    shares = {(holder, held): percent / 100 for holder, held, percent in drawn if holder != held}
    matrix = np.zeros((7, 7))
    for (holder, held), share in shares.items():
        matrix[holder, held] = share
    if max(abs(np.linalg.eigvals(matrix))) >= 0.95:
        return
    expected = np.linalg.inv(np.eye(7) - matrix) - np.eye(7)

    database = closure(
        [Edge(str(holder), str(held), share, share) for (holder, held), share in shares.items()]
    )
    rows = database.execute("SELECT owner, company, low FROM closure").fetchall()

    for owner, company, low in rows:
        if owner != company:
            assert low == pytest.approx(expected[int(owner), int(company)], abs=1e-9)
    assert {(o, c) for o, c, _ in rows if o != c} == {
        (str(i), str(j)) for i in range(7) for j in range(7) if i != j and expected[i, j] > 1e-15
    }
