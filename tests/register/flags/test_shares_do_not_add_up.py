from bods.codelists import InterestType
from register.flags.flag import Finding, Unclear
from register.flags.shares_do_not_add_up import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
VOTES = InterestType.VOTING_RIGHTS


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def said(*holds: Told) -> list[str]:
    return [each.sentence % each.facts for each in findings(picture(*holds, bids=ROOF))]


def test_more_than_the_whole_of_the_shares_is_found() -> None:
    (found,) = findings(picture(("Ana", "alfa", 80), ("Ben", "alfa", 60), bids=ROOF))

    assert found.sentence % found.facts == "The shares declared in Alfa Ltd add up to 140\u00a0%."
    assert {path[0].shares.low for path in found.paths if path[0].shares} == {80, 60}


def test_more_than_the_whole_is_found_further_up_the_chain_too() -> None:
    chain = (
        ("kaiti", "alfa", 100),
        Hold("Ana", "kaiti", 70, network="alfa"),
        Hold("Ben", "kaiti", 50, network="alfa"),
    )

    assert said(*chain) == ["The shares declared in Kaiti Ltd add up to 120\u00a0%."]


def test_votes_are_counted_apart_from_shares() -> None:
    votes = (Hold("Ana", "alfa", 70, type=VOTES), Hold("Ben", "alfa", 60, type=VOTES))

    assert said(("Ana", "alfa", 50), ("Ben", "alfa", 50), *votes) == [
        "The votes declared in Alfa Ltd add up to 130\u00a0%."
    ]


def test_ranges_count_by_their_lower_ends() -> None:
    assert said(("Ana", "alfa", (50, 75)), ("Ben", "alfa", (50, 75))) == []
    assert said(("Ana", "alfa", (60, 75)), ("Ben", "alfa", (50, 75))) != []


def test_rounded_figures_may_come_to_a_little_more_than_the_whole() -> None:
    assert said(*((name, "alfa", "33.34") for name in ("Ana", "Ben", "Cleo"))) == []


def test_two_declarations_of_one_company_are_not_added_up() -> None:
    seen = picture(
        Hold("Ana", "kaiti", 70, network="alfa"),
        Hold("Ben", "kaiti", 60, network="beta"),
        ("kaiti", "alfa", 100),
        ("kaiti", "beta", 100),
        bids={"roof": ("alfa", "beta")},
    )

    assert findings(seen) == []


def chained(claim: int | tuple[int, int]) -> tuple[Hold, ...]:
    chain = (
        Hold("Ana", "kaiti", 60, network="alfa", is_component=True),
        Hold("Ben", "kaiti", 40, network="alfa"),
        Hold("kaiti", "alfa", 70, is_component=True),
        Hold("Ben", "alfa", 30),
    )
    links = tuple(each.record_id for each in chain if each.is_component)
    return (
        *chain,
        Hold("Ana", "alfa", claim, type=InterestType.SHAREHOLDING, indirect=True, components=links),
    )


def test_an_indirect_share_that_is_not_what_its_chain_comes_to_is_found() -> None:
    assert said(*chained(60)) == [
        "Ana is declared to hold 60\u00a0% of Alfa Ltd indirectly; the chain told for it comes to 42\u00a0%."
    ]


def test_an_indirect_share_that_fits_its_chain_is_left_out() -> None:
    assert said(*chained(42)) == []
    assert said(*chained((25, 50))) == []


def test_a_company_of_which_too_little_is_explained_is_found() -> None:
    assert said(("Ana", "alfa", "74.99")) == [
        "Only 74.99\u00a0% of Alfa Ltd is explained: nobody said who holds the rest."
    ]


def test_enough_explained_through_a_chain_or_by_the_upper_end_of_a_range_is_left_out() -> None:
    assert said(("Ana", "alfa", 75)) == []
    assert said(("Ana", "alfa", (25, 50)), ("Ben", "alfa", (25, 50))) == []
    assert said(("Ana", "kaiti", 40), ("kaiti", "alfa", 100)) != []


def test_a_company_without_shares_has_none_to_add_up() -> None:
    assert said(("Ana", "alfa", InterestType.APPOINTMENT_OF_BOARD)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
