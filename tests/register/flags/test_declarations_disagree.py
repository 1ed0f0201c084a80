from datetime import date

from bods.codelists import InterestType
from register.flags.declarations_disagree import find
from register.flags.flag import Finding, Severity, Unclear
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
LINKS = (("kaiti", "alfa", 100), ("kaiti", "beta", 30))
VOTES = InterestType.VOTING_RIGHTS


def two(
    one: int | tuple[int, int],
    other: int | tuple[int, int],
    kind: InterestType = InterestType.SHAREHOLDING,
    end: date | None = None,
) -> Picture:
    """See what Alfa and Beta each declare that Ana holds in Kaiti, which is above both."""
    return picture(
        *LINKS,
        Hold("Ana", "kaiti", one, type=kind, network="alfa"),
        Hold("Ana", "kaiti", other, type=kind, network="beta", end=end),
        bids=ROOF,
    )


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_two_declarations_of_one_link_with_other_shares_are_found() -> None:
    seen = two(60, 40)

    (found,) = findings(seen)

    assert sorted((found.facts["share"], found.facts["other_share"])) == ["40\u00a0%", "60\u00a0%"]
    assert {found.facts["one"], found.facts["other"]} == {"Alfa Ltd", "Beta Ltd"}
    assert found.severity is Severity.ASK
    assert found.bidders == seen.bidders
    assert len(found.statement_ids) == 2


def test_the_sentence_says_who_declares_what() -> None:
    seen = picture(
        ("Ana", "beta", 60),
        ("beta", "alfa", 100),
        Hold("Ana", "beta", 40, network="alfa"),
        bids=ROOF,
    )

    (found,) = findings(seen)

    assert found.sentence % found.facts == (
        "Beta Ltd declares that Ana holds 60\u00a0% of Beta Ltd; Alfa Ltd declares 40\u00a0%."
    )


def test_votes_are_compared_too() -> None:
    (found,) = findings(two(60, 40, VOTES))

    assert "of the votes" in found.sentence


def test_ranges_with_a_figure_in_common_agree() -> None:
    assert findings(two(60, (50, 75))) == []
    assert findings(two((25, 50), (50, 75))) == []
    assert len(findings(two((25, 49), (51, 75)))) == 1


def test_the_same_share_agrees() -> None:
    assert findings(two(60, 60)) == []


def test_what_had_ended_is_not_compared() -> None:
    assert findings(two(60, 40, end=date(2026, 2, 1))) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(("Ana", "alfa", 60), bids=ROOF, undeclared=("beta",)), KENYA)

    assert isinstance(unclear, Unclear)
