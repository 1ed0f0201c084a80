"""Who stands above the company in a draft: the ends of the chains, and the bodies each chain runs through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import networkx as nx

from register.declarations.draft import SUBJECT, Draft, EntityKind
from register.declarations.standing import SEATS, Link, kinds_of, standing


@dataclass(frozen=True)
class Chains:
    """The links of a draft that lead to the company, in the order of the answers.

    `holdings` carry something down to the company. `aside` are seats and nominees: they say who acts in a body, and those
    who hold them own nothing by it. What does not lead to the company is left out: `gaps` speaks of it. No slots: what is
    worked out is kept.
    """

    holdings: Mapping[tuple[str, str], Link]
    people: frozenset[str]
    kinds: Mapping[str, EntityKind]
    aside: tuple[Link, ...] = ()

    @cached_property
    def graph(self) -> "nx.DiGraph[str]":
        """Arrows from holder to held, along the chains."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_node(SUBJECT)
        graph.add_edges_from(self.holdings)
        return graph

    @cached_property
    def drawn(self) -> frozenset[str]:
        """Everybody who has a place in the picture, the company among them."""
        links = (*self.holdings.values(), *self.aside)
        return frozenset({SUBJECT, *(key for link in links for key in link.key)})

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
        """Bodies through which the chains of one end run; none for whoever stands in no chain."""
        if end not in self.graph:
            return ()
        below = nx.descendants(self.graph, end) - {end, SUBJECT}
        return tuple(key for key in self.bodies if key in below)

    def links(self, end: str) -> tuple[Link, ...]:
        """All links on the chains of one end, its own direct one to the company apart."""
        part_of = {end, SUBJECT, *self.between(end)}
        return tuple(
            link for link in self.holdings.values() if link.key != (end, SUBJECT) and link.holder in part_of
        )


def chains_of(draft: Draft, today: date | None = None) -> Chains:
    """Give the links that lead to the company on a day; without one, whatever has an end date is over."""
    people = frozenset(person.key for person in draft.people)
    kinds = kinds_of(draft)
    links = [link for link in standing(draft, today) if _stands(link, people, kinds)]
    carrying = {link.key: link for link in links if _carries(link, kinds)}
    graph: nx.DiGraph[str] = nx.DiGraph(carrying.keys())
    graph.add_node(SUBJECT)
    leading = nx.ancestors(graph, SUBJECT) | {SUBJECT}
    return Chains(
        {pair: each for pair, each in carrying.items() if set(pair) <= leading},
        people,
        kinds,
        tuple(link for link in links if link.key not in carrying and link.held in leading),
    )


def _stands(link: Link, people: frozenset[str], kinds: Mapping[str, EntityKind]) -> bool:
    known = link.holder in people or link.holder in kinds
    over = bool(link.over) and not link.interests
    return known and link.held in kinds and link.holder != link.held and not over


def _carries(link: Link, kinds: Mapping[str, EntityKind]) -> bool:
    # A seat that a nominee takes is the nominator's way in.
    only_seats = bool(link.interests) and {each.interest for each in link.interests} <= SEATS
    return not only_seats or kinds.get(link.holder) is EntityKind.NOMINEE_AGREEMENT
