from dataclasses import replace
from decimal import Decimal

import pytest

from bods.codelists import InterestType
from register.graph.endings import NOT_NAMED, End, endings_of, part_of
from register.graph.picture import PartyKind, Picture
from register.graph.shares import NOTHING, WHOLE, Range
from tests.factories.pictures import Told, picture


def exactly(percent: str) -> Range:
    return Range(Decimal(percent), Decimal(percent))


def story(*holds: Told, **of_party: object) -> Picture:
    """See who is behind Alfa; what is given besides is so of Kaiti."""
    seen = picture(*holds, bids={"roof": ("alfa",)})
    changed = {
        key: replace(each, **of_party) if each.name == "Kaiti Ltd" else each
        for key, each in seen.parties.items()
    }
    return replace(seen, parties=changed)


def ends(seen: Picture) -> dict[tuple[End, str], Range]:
    (alfa,) = seen.bidders
    return {(each.end, seen.name(each.party)): each.share for each in endings_of(seen, alfa)}


def in_named(seen: Picture) -> Range:
    (alfa,) = seen.bidders
    return part_of(endings_of(seen, alfa), lambda each: each.end is End.NAMED)


def test_what_people_hold_and_what_nobody_told_make_up_the_whole() -> None:
    assert ends(story(("Ana", "kaiti", 50), ("kaiti", "alfa", 60), ("Ben", "alfa", 30))) == {
        (End.NAMED, "Ana"): exactly("30"),
        (End.NAMED, "Ben"): exactly("30"),
        (End.UNTOLD, "Kaiti Ltd"): exactly("30"),
        (End.UNTOLD, "Alfa Ltd"): exactly("10"),
    }


def test_a_body_with_nobody_above_it_is_an_end() -> None:
    seen = story(("kaiti", "alfa", 40), ("Ana", "alfa", 60))

    assert ends(seen) == {(End.BARE, "Kaiti Ltd"): exactly("40"), (End.NAMED, "Ana"): exactly("60")}


@pytest.mark.parametrize(
    "of_party", [{"listed": True}, {"entity_type": "state"}, {"entity_type": "stateBody"}]
)
def test_nobody_is_looked_for_above_a_public_body(of_party: dict[str, object]) -> None:
    seen = story(("kaiti", "alfa", 100), ("Ana", "kaiti", 5), **of_party)

    assert ends(seen) == {(End.PUBLIC, "Kaiti Ltd"): WHOLE}


def test_a_party_that_nobody_names_is_an_end_withheld_or_not() -> None:
    (nobody, withheld) = (
        story(("kaiti", "alfa", 100), kind=PartyKind.UNKNOWN, unspecified_reason=reason)
        for reason in ("unknown", "interestedPartyExemptFromDisclosure")
    )

    assert [next(iter(ends(each)))[0] for each in (nobody, withheld)] == [End.NOBODY, End.WITHHELD]


def test_a_company_that_says_nothing_is_its_own_end() -> None:
    assert ends(story()) == {(End.BARE, "Alfa Ltd"): WHOLE}


def test_a_circle_that_lets_somebody_in_is_solved() -> None:
    seen = story(("kaiti", "alfa", 50), ("alfa", "kaiti", 50), ("Ana", "kaiti", 50), ("Ben", "alfa", 50))

    ana, ben = (ends(seen)[End.NAMED, name] for name in ("Ana", "Ben"))
    assert round(ana.low, 9) == round(ana.high, 9) == Decimal("33.333333333")
    assert round(ben.low, 9) == Decimal("66.666666667")
    assert round(in_named(seen).low, 9) == 100


def test_a_circle_that_belongs_to_nobody_else_is_an_end() -> None:
    seen = story(
        ("kaiti", "alfa", 40), ("thange", "kaiti", 100), ("kaiti", "thange", 100), ("Ana", "alfa", 60)
    )

    assert ends(seen)[End.CIRCLE, "Kaiti Ltd"] == exactly("40")
    assert in_named(seen) == exactly("60")


def test_those_who_hold_a_body_in_parts_not_told_hold_all_of_it() -> None:
    seen = story(
        ("Ana", "kaiti", InterestType.APPOINTMENT_OF_BOARD),
        ("Ben", "kaiti", InterestType.OTHER_INFLUENCE_OR_CONTROL),
        ("kaiti", "alfa", 100),
    )

    assert in_named(seen) == WHOLE
    assert ends(seen)[End.NAMED, "Ana"] == Range(
        Decimal(0), Decimal(100), low_excluded=True, high_excluded=True
    )


def test_a_director_alone_is_no_owner() -> None:
    assert ends(story(("Ana", "alfa", InterestType.BOARD_MEMBER))) == {(End.BARE, "Alfa Ltd"): WHOLE}


def test_an_arrangement_belongs_to_those_in_it() -> None:
    seen = story(("Ana", "kaiti", 30), ("kaiti", "alfa", 100), entity_type="arrangement")

    assert in_named(seen) == WHOLE


def test_one_end_alone_has_the_whole_whatever_was_not_said() -> None:
    seen = story(("Ana", "alfa", InterestType.APPOINTMENT_OF_BOARD))

    assert ends(seen) == {(End.NAMED, "Ana"): WHOLE}


def test_ranges_leave_a_range() -> None:
    seen = story(("Ana", "alfa", (25, 50)), ("Ben", "alfa", (10, 25)))
    (alfa,) = seen.bidders

    assert in_named(seen) == Range(Decimal(35), Decimal(75))
    assert part_of(endings_of(seen, alfa), lambda each: each.end is End.UNTOLD) == Range(
        Decimal(25), Decimal(65)
    )
    assert part_of(endings_of(seen, alfa), lambda each: each.end in NOT_NAMED) == NOTHING


def test_more_than_the_whole_leaves_nothing_untold() -> None:
    seen = story(("Ana", "alfa", 80), ("Ben", "alfa", 60))

    assert in_named(seen) == WHOLE
    assert End.UNTOLD not in {end for end, _ in ends(seen)}
