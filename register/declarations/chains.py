"""Who stands above the company in a draft: the ends of the chains, and the bodies each chain runs through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from register.declarations.draft import SUBJECT, Draft, Holding


@dataclass(frozen=True)
class Chains:
    """The holdings of a draft that lead to the company, in the order of the answers.

    What does not lead there is left out: `gaps` speaks of it. No slots: what is worked out is kept.
    """

    holdings: Mapping[tuple[str, str], Holding]
    people: frozenset[str]

    @cached_property
    def graph(self) -> "nx.DiGraph[str]":
        """Arrows from holder to held."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_node(SUBJECT)
        graph.add_edges_from(self.holdings)
        return graph

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Keys of the bodies above the company, in the order of the answers."""
        named = [key for pair in self.holdings for key in pair]
        return tuple(key for key in dict.fromkeys(named) if key != SUBJECT and key not in self.people)

    @cached_property
    def ends(self) -> tuple[str, ...]:
        """Those with whom chains begin: people, bodies with nobody above, one body of each ring with nobody above."""
        tops: list[str] = []
        whole = nx.condensation(self.graph)
        for part, members in whole.nodes(data="members"):
            if whole.in_degree(part) == 0:
                tops += self._first_of(members)
        order = {key: place for place, (key, _) in enumerate(self.holdings)}
        return tuple(sorted(set(tops), key=lambda key: order[key]))

    def _first_of(self, members: Iterable[str]) -> list[str]:
        inside = sorted(key for key in members if key != SUBJECT)
        directly = [key for key in inside if (key, SUBJECT) in self.holdings]
        return (directly or inside)[:1]

    def between(self, end: str) -> tuple[str, ...]:
        """Bodies through which the chains of one end run."""
        below = nx.descendants(self.graph, end) - {end, SUBJECT}
        return tuple(key for key in self.bodies if key in below)

    def links(self, end: str) -> tuple[Holding, ...]:
        """All holdings on the chains of one end, its own direct holding in the company apart."""
        part_of = {end, SUBJECT, *self.between(end)}
        return tuple(
            holding
            for holding in self.holdings.values()
            if holding.key != (end, SUBJECT) and holding.holder in part_of
        )


def chains_of(draft: Draft) -> Chains:
    """Give the holdings that lead to the company. Later holdings of one pair replace earlier ones."""
    people = frozenset(person.key for person in draft.people)
    known = {*people, *(entity.key for entity in draft.entities), SUBJECT}
    held_by = {
        holding.key: holding
        for holding in draft.holdings
        if {holding.holder, holding.held} <= known
        and holding.held not in people
        and holding.holder != holding.held
    }
    graph: nx.DiGraph[str] = nx.DiGraph(held_by.keys())
    graph.add_node(SUBJECT)
    leading = nx.ancestors(graph, SUBJECT) | {SUBJECT}
    return Chains({pair: each for pair, each in held_by.items() if set(pair) <= leading}, people)
