from register.flags.flag import Finding, Severity, Unclear
from register.flags.same_owner_wins_often import find
from tests.factories.portfolios import KENYA, Bought, portfolio

#: Ten suppliers of their own owners, with one award of 100,000 each.
OTHERS = tuple(f"other{number}" for number in range(10))
OWNED = tuple((f"Owner {name.title()}", name, 100) for name in OTHERS)
MARKET = tuple(Bought(f"t-{name}", name) for name in OTHERS)
SISTERS = (("Mwikali", "kaiti", 100), ("kaiti", "kilungu", 80), ("Mwikali", "wote", 60), ("Juma", "wote", 40))


def test_one_owner_of_three_suppliers_that_win_one_each_stands_out() -> None:
    sisters = [Bought("road", "kaiti"), Bought("bridge", "kilungu"), Bought("drift", "wote")]
    seen = portfolio(*OWNED, *SISTERS, bought=[*MARKET, *sisters])

    (found,) = find(seen, KENYA)

    assert isinstance(found, Finding)
    assert found.sentence % found.facts == (
        "Mwikali: owner of suppliers that won 23.08\u00a0% of what County works department awarded, "
        "300000 KES of 1300000 KES."
    )
    assert [each.message % each.facts for each in found.details] == [
        "Concentration (HHI) is 1124 per owner and 769 per supplier.",
        "Kaiti Ltd won 100000 KES in 1 awards.",
        "Kilungu Ltd won 100000 KES in 1 awards.",
        "Wote Ltd won 100000 KES in 1 awards.",
    ]
    assert sorted(len(path) for path in found.paths) == [1, 1, 2]
    assert found.severity is Severity.ASK


def test_one_large_award_is_not_often() -> None:
    seen = portfolio(*OWNED, *SISTERS, bought=[*MARKET, Bought("road", "kaiti", value=9_000_000)])

    assert list(find(seen, KENYA)) == []


def test_who_only_may_be_an_owner_is_left_out() -> None:
    may = (("Mwikali", "kaiti", (5, 20)), ("Mwikali", "kilungu", (5, 20)), ("Mwikali", "wote", (5, 20)))
    sisters = [Bought("road", "kaiti"), Bought("bridge", "kilungu"), Bought("drift", "wote")]

    assert list(find(portfolio(*OWNED, *may, bought=[*MARKET, *sisters]), KENYA)) == []


def test_awards_of_another_buyer_or_in_another_currency_are_not_added() -> None:
    sisters = [
        Bought("road", "kaiti"),
        Bought("bridge", "kilungu", currency="USD"),
        Bought("drift", "wote", buyer="City"),
    ]

    assert list(find(portfolio(*OWNED, *SISTERS, bought=[*MARKET, *sisters]), KENYA)) == []


def test_owners_of_the_very_same_awards_are_one_finding() -> None:
    both = [(owner, company, 50) for owner in ("Ana", "Ben") for company in ("kaiti", "wote", "emali")]
    sisters = [Bought("road", "kaiti"), Bought("bridge", "wote"), Bought("drift", "emali")]

    (found,) = find(portfolio(*OWNED, *both, bought=[*MARKET, *sisters]), KENYA)

    assert isinstance(found, Finding)
    assert found.facts["owners"] == "Ana, Ben"


def test_a_buyer_with_few_owners_could_not_be_judged() -> None:
    seen = portfolio(*SISTERS, bought=[Bought("road", "kaiti"), Bought("bridge", "kilungu")])

    (answer,) = find(seen, KENYA)

    assert isinstance(answer, Unclear)
    assert answer.facts == {"buyer": "County works department"}


def test_a_small_part_of_what_a_buyer_awards_is_not_often_however_it_stands_out() -> None:
    large = Bought("dam", "big", value=10_000_000)
    sisters = [Bought("road", "kaiti"), Bought("bridge", "kilungu"), Bought("drift", "wote")]

    seen = portfolio(*OWNED, *SISTERS, ("Zawadi", "big", 100), bought=[*MARKET, *sisters, large])

    assert list(find(seen, KENYA)) == []
