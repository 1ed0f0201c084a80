"""The network of one owner: companies, the chains to them, and what they won."""

from decimal import Decimal

from bods.codelists import InterestType
from register.graph.building import companies_picture
from register.graph.network import Contract, Network, network_of
from tests.factories.pictures import CLOSE, Hold, Told, company_name, identities_of, statements_of


def contracts(*values: int | None, currency: str = "KES") -> tuple[Contract, ...]:
    return tuple(
        Contract(f"ocds-{place}", "School roof", None if value is None else Decimal(value), currency)
        for place, value in enumerate(values)
    )


def network(*holds: Told, won: dict[str, tuple[Contract, ...]]) -> Network:
    """Ana's network, as it stood when bids closed."""
    told = statements_of(holds)
    seen = companies_picture(list(won), told, identities_of(told), CLOSE)
    (ana,) = [key for key, party in seen.parties.items() if party.name == "Ana"]
    keys = dict(zip(won, seen.subjects, strict=True))
    return network_of(seen, ana, {keys[each]: what for each, what in won.items()}, "KES")


def told(seen: Network) -> list[tuple[str, str, int]]:
    name = seen.picture.name
    return [(name(each.key), name(each.parent), each.depth) for each in seen.branches]


def test_companies_hang_on_the_chain_that_leads_to_them_and_the_weightiest_comes_first() -> None:
    seen = network(
        ("Ana", "kaiti", 100), ("kaiti", "alfa", 60), ("Ana", "beta", 20), ("Faith", "beta", 80),
        won={"alfa": contracts(100), "beta": contracts(900)},
    )  # fmt: skip

    alfa, beta, kaiti = (company_name(each) for each in ("alfa", "beta", "kaiti"))
    assert told(seen) == [(beta, "Ana", 1), (kaiti, "Ana", 1), (alfa, kaiti, 2)]
    assert [each.supplier for each in seen.branches] == [True, False, True]


def test_a_company_reached_twice_hangs_once_and_the_other_chain_is_counted() -> None:
    seen = network(
        ("Ana", "alfa", 20), ("Ana", "kaiti", 100), ("kaiti", "alfa", 60), won={"alfa": contracts(100)}
    )

    (kaiti, alfa) = seen.branches
    assert (kaiti.depth, alfa.depth, alfa.others) == (1, 2, 1)


def test_running_a_company_is_no_chain_to_it() -> None:
    manages = Hold("Ana", "alfa", type=InterestType.SENIOR_MANAGING_OFFICIAL)

    seen = network(manages, ("Ana", "alfa", 20), won={"alfa": contracts(100)})

    assert [each.stake.shares.low for each in seen.branches if each.stake and each.stake.shares] == [20]


def test_only_what_is_told_in_the_currency_is_added_up() -> None:
    seen = network(
        ("Ana", "alfa", 100), won={"alfa": (*contracts(100, 50, None), *contracts(7, currency="USD"))}
    )

    (alfa,) = seen.branches
    assert (alfa.won("KES"), alfa.won("USD"), len(alfa.contracts)) == (150, 7, 4)


def test_owners_who_own_each_other_still_make_a_tree() -> None:
    seen = network(
        ("Ana", "alfa", 60), ("alfa", "beta", 60), ("beta", "alfa", 40),
        won={"alfa": contracts(1), "beta": contracts(2)},
    )  # fmt: skip

    assert [each.depth for each in seen.branches] == [1, 2]
