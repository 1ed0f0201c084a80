"""How much of a company belongs to each party above it, all chains together; cycles are solved, not cut.

A share is followed upwards from the company. Where companies hold each other, the circle (a strongly connected
component) is entered once and left once: what leaves it is found by solving its few linear equations exactly, with
fractions. Chains are never listed, so their number does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import networkx as nx

from register.graph.holdings import Holding
from register.graph.shares import HUNDRED, ZERO, Range

#: What a holder has of each company it holds, as fractions of one: `edges[held][holder]`.
Edges = Mapping[str, Mapping[str, Fraction]]
_DIGITS = Decimal("1e-20")
_NONE, _ONE = Fraction(0), Fraction(1)


def economic_interests(holdings: Iterable[Holding], company: str) -> dict[str, Range]:
    """Give what each party above `company` has of it, in percent, direct and through others together.

    Both bounds are exact to 20 digits. What a company holds of itself through others is not anybody's. Where shares add
    up to more than the whole around a circle, the upper bound is the whole and the lower what enters directly.
    """
    into: dict[str, list[Holding]] = defaultdict(list)
    for each in holdings:
        into[each.held].append(each)
    return interests_among(into, company)


def interests_among(into: Mapping[str, Sequence[Holding]], company: str) -> dict[str, Range]:
    """Give the same of holdings by the company held."""
    owned = _above(company, into)
    least = _edges((each, each.shares.low) for each in owned if each.shares)
    most = _edges((each, each.shares.high) for each in owned if each.shares)
    low, high = _flows(least, most, company)
    above_low = _reached(company, owned, upper=False)
    above_high = _reached(company, owned, upper=True)
    return {
        party: _range(low.get(party, _NONE), share, party in above_low, party in above_high)
        for party, share in high.items()
        if party != company
    }


def _above(company: str, into: Mapping[str, Sequence[Holding]]) -> list[Holding]:
    """Give the holdings of shares that lead to a company, over whatever steps: nothing else is reckoned with."""
    met: dict[str, list[Holding]] = {}
    waiting = [company]
    while waiting:
        held = waiting.pop()
        if held not in met:
            met[held] = [each for each in into.get(held, ()) if each.shares is not None]
            waiting.extend(each.holder for each in met[held])
    return [each for told in met.values() for each in told]


def _range(low: Fraction, high: Fraction, low_excluded: bool, high_excluded: bool) -> Range:
    bottom = _percent(low)
    top = bottom if high == low else _percent(high)
    return Range(
        bottom,
        top,
        low_excluded=low_excluded and bottom < HUNDRED,
        high_excluded=high_excluded and top > bottom and high <= _ONE,
    )


def _percent(part: Fraction) -> Decimal:
    capped = min(part, _ONE) * 100
    return (Decimal(capped.numerator) / Decimal(capped.denominator)).quantize(_DIGITS).normalize() + ZERO


def _edges(holdings: Iterable[tuple[Holding, Decimal]]) -> Edges:
    edges: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for holding, share in holdings:
        if share > 0:
            edges[holding.held][holding.holder] = _part(share)
    return edges


@lru_cache(maxsize=4096)
def _part(percent: Decimal) -> Fraction:
    return Fraction(percent) / 100


def _flows(least: Edges, most: Edges, company: str) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    order = _upwards(most, company)
    if order is not None and least == most:
        # Without circles the bounds differ only where shares do.
        both = _straight(most, company, order)
        return both, both
    return flows(least, company, upper=False), flows(most, company, upper=True)


def flows(edges: Edges, company: str, *, upper: bool) -> dict[str, Fraction]:
    """Give the part of `company` that comes to each party above it (1 is the whole).

    A party inside a circle has what comes to it the first time round. Where a circle has no solution, because more
    than the whole goes round in it, `upper` says which bound is wanted.
    """
    order = _upwards(edges, company)
    return _around(edges, company, upper=upper) if order is None else _straight(edges, company, order)


def _upwards(edges: Edges, company: str) -> list[str] | None:
    """Everybody above a company, each after all in whom they hold; None where companies hold each other."""
    done = {company: False}
    order: list[str] = []
    waiting = [(company, iter(edges.get(company, ())))]
    while waiting:
        held, holders = waiting[-1]
        for holder in holders:
            if holder not in done:
                done[holder] = False
                waiting.append((holder, iter(edges.get(holder, ()))))
                break
            if not done[holder]:
                return None
        else:
            done[held] = True
            order.append(held)
            waiting.pop()
    return order[::-1]


def _straight(edges: Edges, company: str, order: list[str]) -> dict[str, Fraction]:
    arriving = {company: _ONE}
    for held in order:
        for holder, share in edges.get(held, {}).items():
            arriving[holder] = arriving.get(holder, _NONE) + arriving[held] * share
    return {party: min(_ONE, part) for party, part in arriving.items()}


def _around(edges: Edges, company: str, *, upper: bool) -> dict[str, Fraction]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(company)
    graph.add_edges_from((held, holder) for held, holders in edges.items() for holder in holders)
    graph = graph.subgraph({company} | nx.descendants(graph, company))
    condensed = nx.condensation(graph)
    arriving: dict[str, Fraction] = defaultdict(Fraction, {company: _ONE})
    interests: dict[str, Fraction] = {}
    for block in nx.topological_sort(condensed):
        circle = _Circle.of(tuple(sorted(condensed.nodes[block]["members"])), edges, upper=upper)
        passed = circle.passed(arriving, upper=upper)
        interests |= circle.first_time(arriving, passed, upper=upper)
        for held, visits in passed.items():
            for holder, share in edges.get(held, {}).items():
                if holder not in passed:
                    arriving[holder] += visits * share
    return interests


@dataclass(frozen=True, slots=True)
class _Circle:
    """Companies that hold each other, or one party alone. `visits[a][b]`: what of `a` passes through `b` in all."""

    members: tuple[str, ...]
    edges: Edges
    visits: Mapping[str, Mapping[str, Fraction]] | None

    @classmethod
    def of(cls, members: tuple[str, ...], edges: Edges, *, upper: bool) -> "_Circle":
        """Solve the circle; there is no solution to trust where more than the whole is held for sure."""
        if len(members) == 1 and members[0] not in edges.get(members[0], {}):
            return cls(members, edges, {members[0]: {members[0]: _ONE}})
        if not upper and any(sum(edges.get(each, {}).values()) > 1 for each in members):
            return cls(members, edges, None)
        rows = [[edges.get(held, {}).get(holder, _NONE) for holder in members] for held in members]
        inverse = inverted([[(i == j) - each for j, each in enumerate(row)] for i, row in enumerate(rows)])
        if inverse is None or any(each < 0 for row in inverse for each in row):
            return cls(members, edges, None)
        return cls(
            members,
            edges,
            {a: dict(zip(members, row, strict=True)) for a, row in zip(members, inverse, strict=True)},
        )

    def passed(self, arriving: Mapping[str, Fraction], *, upper: bool) -> dict[str, Fraction]:
        """Give what passes through each member, however often round, of what arrives at them from below."""
        if self.visits is None:
            return {each: _ONE if upper else arriving.get(each, _NONE) for each in self.members}
        entered = [(arriving[each], self.visits[each]) for each in self.members if arriving.get(each)]
        return {each: sum((part * to[each] for part, to in entered), _NONE) for each in self.members}

    def first_time(
        self, arriving: Mapping[str, Fraction], passed: Mapping[str, Fraction], *, upper: bool
    ) -> dict[str, Fraction]:
        """Give what comes to each member the first time round."""
        if self.visits is not None:
            return {each: min(_ONE, passed[each] / self.visits[each][each]) for each in self.members}
        return {each: min(_ONE, self._stopping_at(each, arriving, upper=upper)) for each in self.members}

    def _stopping_at(self, member: str, arriving: Mapping[str, Fraction], *, upper: bool) -> Fraction:
        others = _Circle.of(tuple(each for each in self.members if each != member), self.edges, upper=upper)
        through = others.passed(arriving, upper=upper)
        coming = (part * self.edges.get(held, {}).get(member, _NONE) for held, part in through.items())
        return arriving.get(member, _NONE) + sum(coming, _NONE)


def inverted(rows: list[list[Fraction]]) -> list[list[Fraction]] | None:
    """Invert a square matrix exactly (Gauss and Jordan); None when it has no inverse."""
    size = len(rows)
    work = [[*row, *(Fraction(i == j) for j in range(size))] for i, row in enumerate(rows)]
    for column in range(size):
        pivot = next((row for row in range(column, size) if work[row][column]), None)
        if pivot is None:
            return None
        work[column], work[pivot] = work[pivot], work[column]
        factor = work[column][column]
        work[column] = [each / factor for each in work[column]]
        for row in range(size):
            if row != column and (times := work[row][column]):
                work[row] = [a - times * b for a, b in zip(work[row], work[column], strict=True)]
    return [row[size:] for row in work]


def _reached(company: str, holdings: list[Holding], *, upper: bool) -> set[str]:
    """Give the parties to whom a chain leads that has an excluded bound in it."""
    if not any(each.shares and (each.shares.low_excluded or each.shares.high_excluded) for each in holdings):
        return set()
    above: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for each in holdings:
        share = each.shares
        if share is None:
            continue
        counts = share.high > 0 if upper else share.low > 0 or share.low_excluded
        if counts:
            above[each.held].append((each.holder, share.high_excluded if upper else share.low_excluded))
    met: set[tuple[str, bool]] = set()
    waiting = [(company, False)]
    while waiting:
        state = waiting.pop()
        if state not in met:
            met.add(state)
            waiting.extend((holder, state[1] or excluded) for holder, excluded in above[state[0]])
    return {party for party, excluded in met if excluded}
