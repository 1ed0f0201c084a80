"""Shares reckoned in bulk, one company at a time, path by path, and as one system of equations: all agree to 1e-9."""

import os
import random
from collections.abc import Mapping
from fractions import Fraction

import networkx as nx
import numpy as np
import pytest

from register.bulk.shared_owners import Edge, closure
from register.graph.condensation import flows

Shares = dict[tuple[int, int], tuple[Fraction, Fraction]]
NEAR = 1e-9
GRAPHS = 10_000 if os.environ.get("BARS") == "full" else 250
BOUNDS = (0, 1)


def random_shares(rng: random.Random, *, circles: bool) -> Shares:
    """Who holds which part of whom among 3 to 9 parties, as ranges; of no company is more than the whole held."""
    size = rng.randint(3, 9)
    shares: Shares = {}
    for held in range(size - 1):
        holders = [each for each in range(size) if each != held and (circles or each > held)]
        left = Fraction(rng.randint(60, 98), 100)
        for holder in rng.sample(holders, rng.randint(0, min(3, len(holders)))):
            high = left * Fraction(rng.randint(1, 10), 12)
            left -= high
            shares[holder, held] = (high * Fraction(rng.randint(0, 4), 4), high)
    return shares


def dense(shares: Shares, bound: int) -> Mapping[tuple[int, int], float]:
    """All owners of all companies by inverting the whole at once; an owner has what comes to it the first time."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(9))
    graph.add_weighted_edges_from((a, b, float(each[bound])) for (a, b), each in shares.items())
    rounds = np.linalg.inv(np.eye(9) - nx.to_numpy_array(graph, nodelist=range(9)))
    return {
        (owner, company): rounds[owner, company] / rounds[owner, owner]
        for company in range(9)
        for owner in nx.ancestors(graph, company)
    }


def by_every_path(shares: Shares, bound: int) -> dict[tuple[int, int], Fraction]:
    """Follow every chain to its end, multiply along it and add up; without circles alone."""
    total: dict[tuple[int, int], Fraction] = {}
    waiting = [(company, company, Fraction(1)) for company in range(9)]
    while waiting:
        company, held, part = waiting.pop()
        for (holder, body), share in shares.items():
            if body == held:
                reached = part * share[bound]
                total[holder, company] = total.get((holder, company), Fraction(0)) + reached
                waiting.append((company, holder, reached))
    return total


def all_graphs(*, circles: bool) -> list[Shares]:
    rng = random.Random(f"agreement {circles}")
    return [random_shares(rng, circles=circles) for _ in range(GRAPHS)]


def in_bulk(graphs: list[Shares]) -> list[dict[tuple[int, int], tuple[float, float]]]:
    """All graphs at once, side by side in one register."""
    edges = [
        Edge(f"{place} {holder}", f"{place} {held}", float(low), float(high))
        for place, shares in enumerate(graphs)
        for (holder, held), (low, high) in shares.items()
    ]
    found: list[dict[tuple[int, int], tuple[float, float]]] = [{} for _ in graphs]
    for each in closure(edges):
        (place, owner), (_, company) = each.owner.split(), each.company.split()
        found[int(place)][int(owner), int(company)] = (each.low, each.high)
    return found


@pytest.mark.parametrize("circles", [False, True])
def test_in_bulk_it_agrees_with_networkx_and_one_dense_solution(circles: bool) -> None:
    graphs = all_graphs(circles=circles)

    for shares, found in zip(graphs, in_bulk(graphs), strict=True):
        for bound in BOUNDS:
            expected = dense(shares, bound)
            assert found.keys() == dense(shares, 1).keys()
            assert {key: each[bound] for key, each in found.items()} == pytest.approx(expected, abs=NEAR)


@pytest.mark.parametrize("circles", [False, True])
def test_one_company_at_a_time_it_agrees_with_networkx_and_one_dense_solution(circles: bool) -> None:
    rng = random.Random("companies")

    for shares in all_graphs(circles=circles):
        company = rng.randrange(9)
        for bound in BOUNDS:
            edges: dict[str, dict[str, Fraction]] = {}
            for (holder, held), share in shares.items():
                if share[bound]:
                    edges.setdefault(str(held), {})[str(holder)] = share[bound]
            found = flows(edges, str(company), upper=bool(bound))
            expected = {
                str(o): part for (o, c), part in dense(shares, bound).items() if c == company and part > 0
            }
            assert {key: float(part) for key, part in found.items() if key != str(company)} == pytest.approx(
                expected, abs=NEAR
            )


def test_without_circles_both_agree_with_every_path_followed_to_its_end() -> None:
    graphs = all_graphs(circles=False)

    for shares, found in zip(graphs, in_bulk(graphs), strict=True):
        for bound in BOUNDS:
            expected = by_every_path(shares, bound)
            assert found.keys() == expected.keys()
            for key, part in found.items():
                assert part[bound] == pytest.approx(float(expected[key]), abs=NEAR)
