"""Bidders with an owner in common: looked for from few heads, and found as when every two bidders are compared."""

import random
from itertools import combinations

import networkx as nx
import pytest

from register.bulk.shared_owners import Bid, Edge, closure, shared_owners

REGISTERS, PARTIES = 300, 9
Found = set[tuple[str, str, frozenset[str]]]


def register(rng: random.Random, place: int, *, circles: bool) -> list[Edge]:
    """Chains, owners of one company alone and of many, bidders that own bidders, and circles with nobody above them."""
    edges = []
    for held in range(PARTIES - 1):
        holders = [each for each in range(PARTIES) if each != held and (circles or each > held)]
        chosen = rng.sample(holders, min(len(holders), rng.choice([0, 1, 1, 1, 2, 3])))
        parts = [rng.uniform(0.02, 0.95) / len(chosen) for _ in chosen]
        edges += [
            Edge(f"{place} {holder}", f"{place} {held}", part * rng.choice([0, 0.5, 1]), part)
            for holder, part in zip(chosen, parts, strict=True)
        ]
    return edges


def bids(rng: random.Random, place: int) -> list[Bid]:
    return [
        Bid(f"{place} {tender}", f"{place} {bidder}")
        for tender in "ab"
        for bidder in rng.sample(range(PARTIES), rng.randint(2, 5))
    ]


def compared(edges: list[Edge], bids: list[Bid], least: float) -> Found:
    """Every two bidders of a tender, and everybody who surely has so much of both."""
    above: dict[str, dict[str, float]] = {}
    for each in closure(edges):
        above.setdefault(each.company, {})[each.owner] = each.low
    tenders: dict[str, list[str]] = {}
    for bid in bids:
        tenders.setdefault(bid.ocid, []).append(bid.bidder)
    return {
        (ocid, owner, frozenset(pair))
        for ocid, bidders in tenders.items()
        for pair in combinations(bidders, 2)
        for owner in above.get(pair[0], {}).keys() & above.get(pair[1], {}).keys()
        if all(above[each][owner] >= least - 1e-9 for each in pair)
    }


@pytest.mark.parametrize("circles", [False, True])
@pytest.mark.parametrize("percent", [0, 10])
def test_every_owner_of_two_bidders_is_found_and_no_other(circles: bool, percent: float) -> None:
    rng = random.Random(f"pairs {circles}")
    edges = [each for place in range(REGISTERS) for each in register(rng, place, circles=circles)]
    asked = [each for place in range(REGISTERS) for each in bids(rng, place)]

    found = {
        (each.ocid, each.owner, frozenset((each.first, each.second)))
        for each in shared_owners(edges, asked, threshold=percent)
    }

    assert found == compared(edges, asked, percent / 100)


def test_the_owners_are_those_of_networkx() -> None:
    rng = random.Random("owners")
    edges = [each for place in range(REGISTERS) for each in register(rng, place, circles=True)]
    graph = nx.DiGraph((each.holder, each.held) for each in edges)

    found = {(each.owner, each.company) for each in closure(edges)}

    assert found == {(owner, company) for company in graph for owner in nx.ancestors(graph, company)}
