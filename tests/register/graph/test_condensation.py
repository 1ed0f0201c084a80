"""Shares through chains and circles, held against two other ways to reckon them."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from register.graph.building import company_picture
from register.graph.condensation import economic_interests, flows, inverted
from register.graph.holdings import holdings_of
from register.graph.shares import Range
from tests.factories.pictures import CLOSE, identities_of, statements_of

Edges = dict[str, dict[str, Fraction]]


def interests(company: str, *holds: tuple[str, str, object]) -> dict[str, Range]:
    told = statements_of(holds)
    seen = company_picture(company, told, identities_of(told), CLOSE)
    return {
        seen.name(key): share
        for key, share in economic_interests(holdings_of(seen), seen.subjects[0]).items()
    }


def test_two_chains_to_one_person_add_up() -> None:
    owned = interests("alfa", ("Ana", "beta", 60), ("beta", "alfa", 50), ("Ana", "alfa", 10))

    assert owned["Ana"] == Range(Decimal(40), Decimal(40))


def test_companies_that_hold_each_other_leave_the_whole_to_those_outside() -> None:
    owned = interests(
        "alfa", ("Ana", "alfa", 50), ("beta", "alfa", 50), ("Ben", "beta", 50), ("alfa", "beta", 50)
    )

    assert owned["Ana"].low.quantize(Decimal("1e-9")) == Decimal("66.666666667")
    assert owned["Ben"].low.quantize(Decimal("1e-9")) == Decimal("33.333333333")
    assert "Alfa Ltd" not in owned


def test_a_company_that_holds_itself_belongs_to_the_others() -> None:
    owned = interests("alfa", ("alfa", "alfa", 20), ("Ana", "alfa", 80))

    assert owned["Ana"] == Range(Decimal(100), Decimal(100))


def test_a_circle_that_nobody_outside_owns_belongs_to_itself() -> None:
    owned = interests("alfa", ("beta", "alfa", 100), ("alfa", "beta", 100))

    assert owned == {"Beta Ltd": Range(Decimal(100), Decimal(100))}


def test_a_circle_of_more_than_the_whole_still_has_an_answer() -> None:
    owned = interests("alfa", ("Ana", "alfa", 30), ("beta", "alfa", 90), ("alfa", "beta", 100))

    assert owned["Ana"] == Range(Decimal(30), Decimal(100))


def test_ranges_keep_their_bounds_through_a_chain() -> None:
    owned = interests("alfa", ("Ana", "beta", (25, 50)), ("beta", "alfa", 40))

    assert owned["Ana"] == Range(Decimal(10), Decimal(20))


def test_a_share_nobody_told_is_at_most_what_the_others_leave() -> None:
    owned = interests("alfa", ("Ana", "alfa", 95), ("Ben", "alfa", (0, 100)))

    assert owned["Ben"] == Range(Decimal(0), Decimal(5))


@st.composite
def acyclic(draw: st.DrawFn) -> Edges:
    """Companies 0 to n, each held only by later ones, the shares of each at most the whole."""
    size = draw(st.integers(2, 8))
    edges: Edges = {}
    for held in range(size - 1):
        parts = draw(st.lists(st.integers(0, 40), min_size=size - held - 1, max_size=size - held - 1))
        whole = max(sum(parts), 100)
        edges[str(held)] = {str(held + 1 + i): Fraction(part, whole) for i, part in enumerate(parts) if part}
    return edges


@st.composite
def tangled(draw: st.DrawFn) -> Edges:
    """Companies that may hold each other in any circle; somebody outside holds a part of each."""
    size = draw(st.integers(2, 6))
    edges: Edges = {}
    for held in range(size):
        parts = draw(st.lists(st.integers(0, 40), min_size=size, max_size=size))
        whole = sum(parts) + draw(st.integers(1, 50))
        edges[str(held)] = {str(i): Fraction(part, whole) for i, part in enumerate(parts) if part}
        edges[str(held)][f"P{held}"] = 1 - Fraction(sum(parts), whole)
    return edges


def along_every_path(edges: Edges, start: str) -> dict[str, Fraction]:
    """Multiply along each chain and add: right where there is no circle, and slow."""
    total: dict[str, Fraction] = {}
    waiting = [(start, Fraction(1))]
    while waiting:
        held, part = waiting.pop()
        total[held] = total.get(held, Fraction(0)) + part
        waiting.extend((holder, part * share) for holder, share in edges.get(held, {}).items())
    return total


@given(acyclic())
@settings(deadline=None, max_examples=60)
def test_without_circles_it_agrees_with_every_path_added_up(edges: Edges) -> None:
    assert flows(edges, "0", upper=False) == along_every_path(edges, "0")


@given(tangled())
@settings(deadline=None, max_examples=60)
def test_with_circles_it_agrees_with_the_whole_system_solved_at_once(edges: Edges) -> None:
    companies = sorted(edges)
    rows = [[int(a == b) - edges[a].get(b, Fraction(0)) for b in companies] for a in companies]
    solved = inverted([[Fraction(each) for each in row] for row in rows])
    assert solved is not None

    found = flows(edges, companies[0], upper=False)

    for place, held in enumerate(companies):
        person = f"P{held}"
        assert found.get(person, Fraction(0)) == solved[0][place] * edges[held][person]


@given(tangled())
@settings(deadline=None, max_examples=30)
def test_what_people_own_together_is_the_whole(edges: Edges) -> None:
    found = flows(edges, "0", upper=True)

    assert sum(share for party, share in found.items() if party.startswith("P")) == 1
