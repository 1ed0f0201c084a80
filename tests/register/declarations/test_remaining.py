"""What the answers leave open is reckoned, through every body, and said in a sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bods.records import Share
from register.declarations.draft import SUBJECT, Draft, EntityKind
from register.declarations.remaining import Remaining, remaining
from tests.factories.declarations import ALFA, KENYA, body, draft, held


def left(told: Draft, today: date | None = None) -> Remaining:
    return remaining(told, KENYA, today)


def words(told: Draft) -> str:
    found = left(told)
    return found.message % found.facts


def test_a_small_rest_cannot_hide_an_owner() -> None:
    told = draft(held("ana", 92), people=("ana",))

    found = left(told)

    assert (found.shares.at_least, found.shares.at_most, found.can_reach) == (8, 8, False)
    assert words(told) == "At most 8\u00a0% is left: nobody you have not named can reach 10\u00a0%."


def test_a_rest_of_just_the_threshold_can() -> None:
    told = draft(held("ana", 90), people=("ana",))

    assert left(told).can_reach
    assert words(told).startswith("Up to 10\u00a0% is left:")


def test_a_range_leaves_what_lies_above_its_lower_bound() -> None:
    found = left(draft(held("ana", Share.between(50, 100)), people=("ana",)))

    assert (found.shares.at_least, found.shares.at_most) == (0, 50)


def test_all_of_it_leaves_nothing() -> None:
    told = draft(held("ana", 60), held("ben", 40), people=("ana", "ben"))

    assert words(told) == "Everything is explained: nobody you have not named holds a part."


def test_somebody_may_stand_behind_a_body_that_is_not_explained() -> None:
    told = draft(
        held("ana", 50), held("delta", 50), held("ben", 60, "delta"), people=("ana", "ben"), bodies=("delta",)
    )

    found = left(told)

    assert (found.shares.at_most, found.shares.unnamed, found.shares.behind) == (0, Decimal(20), ("delta",))
    assert "through the bodies you named" in words(told)


def test_nobody_is_looked_for_behind_a_listed_company_or_a_state() -> None:
    told = draft(
        held("delta", 50),
        held("echo", 50),
        bodies=(body("delta", EntityKind.LISTED), body("echo", EntityKind.STATE)),
    )

    assert left(told).shares.unnamed == 0


def test_partial_votes_go_with_the_shares_and_full_ones_count() -> None:
    half = draft(held("ana", 50, votes=10), held("ben", 50), people=("ana", "ben"))
    full = draft(held("ana", 50, votes=10), held("ben", 50, votes=50), people=("ana", "ben"))

    assert not left(half).can_reach
    assert left(full).can_reach
    assert left(full).votes.unnamed == 40


def test_what_is_over_is_left_again() -> None:
    told = draft(replace(held("ana", 100), until=date(2026, 1, 1)), people=("ana",))

    assert left(told, date(2025, 12, 31)).shares.unnamed == 0
    assert left(told, date(2026, 1, 1)).shares.unnamed == 100


def test_a_body_without_shares_is_asked_who_has_a_say() -> None:
    group = draft(held("ana", None), people=("ana",), company=replace(ALFA, kind=EntityKind.SELF_HELP_GROUP))

    assert words(group) == "A body like yours has no shares: name everybody who has a say in it."
    assert SUBJECT not in left(group).shares.behind
