from decimal import Decimal

from register.graph.building import company_picture
from register.graph.paths import paths_between, share_along
from register.graph.picture import Picture
from register.graph.shares import Range
from tests.factories.pictures import CLOSE, Told, identities_of, statements_of


def company(*holds: Told) -> Picture:
    told = statements_of(holds)
    return company_picture("alfa", told, identities_of(told), CLOSE)


def key(seen: Picture, name: str) -> str:
    (found,) = [party.key for party in seen.parties.values() if party.name == name]
    return found


def test_the_strongest_chain_comes_first() -> None:
    seen = company(("Ana", "beta", 60), ("beta", "alfa", 50), ("Ana", "alfa", 10))

    first, second = paths_between(seen, key(seen, "Ana"), seen.subjects[0])

    assert share_along(first) == Range(Decimal(30), Decimal(30))
    assert len(second) == 1


def test_no_chain_goes_round_a_circle() -> None:
    seen = company(("beta", "alfa", 60), ("alfa", "beta", 60), ("Ana", "beta", 40))

    (path,) = paths_between(seen, key(seen, "Ana"), seen.subjects[0])

    assert len(path) == 2


def test_a_tangle_of_chains_is_shown_in_part() -> None:
    layers = [("Ana", f"top{i}", 100) for i in range(6)]
    crossed = [
        (f"{upper}{i}", f"{lower}{j}", 16)
        for upper, lower in (("top", "mid"), ("mid", "low"))
        for i in range(6)
        for j in range(6)
    ]
    seen = company(*layers, *crossed, *[(f"low{i}", "alfa", 16) for i in range(6)])

    assert len(paths_between(seen, key(seen, "Ana"), seen.subjects[0])) == 5
