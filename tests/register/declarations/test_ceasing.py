"""Who ceases to hold keeps their place until the day is told, and is not asked about again."""

from dataclasses import replace
from datetime import date

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.ceasing import carried_on, ceased
from register.declarations.draft import SUBJECT, IndirectClaim, Post, PostRole, Term
from tests.factories.declarations import draft, held

END, LATER = date(2026, 2, 1), date(2026, 3, 1)
TWO = replace(
    draft(
        held("ana", 60),
        held("ben", 100, "delta"),
        held("delta", 40),
        people=("ana", "ben"),
        bodies=("delta",),
    ),
    posts=(Post("ben", PostRole.BOARD_CHAIR),),
    indirect=(IndirectClaim("ben", Share.exactly(40)),),
)


def test_everything_of_a_holder_ends_on_the_day_their_posts_too() -> None:
    told = ceased(TWO, "ben", END)

    assert [(each.holder, each.until) for each in told.holdings] == [
        ("ana", None),
        ("ben", END),
        ("delta", None),
    ]
    assert told.posts[0].until == END


def test_what_is_held_in_one_body_ends_alone_and_an_end_that_was_told_stays() -> None:
    earlier = replace(TWO, holdings=(replace(TWO.holdings[0], until=date(2025, 1, 1)), *TWO.holdings[1:]))

    told = ceased(ceased(earlier, "ben", END, "delta"), "ana", END, SUBJECT)

    assert [each.until for each in told.holdings] == [date(2025, 1, 1), END, None]
    assert told.posts[0].until is None


def test_a_later_declaration_begins_without_whoever_has_nothing_left() -> None:
    told = ceased(ceased(TWO, "ben", END), "delta", END)

    later = carried_on(told, LATER)

    assert [each.key for each in later.people] == ["ana"]
    assert [each.holder for each in later.holdings] == ["ana"]
    assert (later.entities, later.posts, later.indirect) == ((), (), ())
    assert later.particulars.keys() == {"ana"}


def test_what_is_not_over_yet_is_carried_on_whole() -> None:
    told = ceased(TWO, "ben", LATER)

    assert carried_on(told, END) == told
    assert carried_on(TWO, LATER) is TWO


def test_one_of_several_interests_may_be_over() -> None:
    chairs = replace(
        held(
            "ana", 60, controls=(InterestType.APPOINTMENT_OF_BOARD, InterestType.OTHER_INFLUENCE_OR_CONTROL)
        ),
        terms=(Term(InterestType.APPOINTMENT_OF_BOARD, until=END),),
    )

    later = carried_on(draft(chairs, people=("ana",)), LATER)

    assert later.holdings[0].controls == (InterestType.OTHER_INFLUENCE_OR_CONTROL,)
    assert later.holdings[0].terms == ()
    assert later.holdings[0].shares == Share.exactly(60)


def test_votes_that_are_over_are_not_carried_on() -> None:
    votes_before = replace(held("ana", 60, votes=60), terms=(Term(InterestType.VOTING_RIGHTS, until=END),))

    (later,) = carried_on(draft(votes_before, people=("ana",)), LATER).holdings

    assert (later.shares, later.votes, later.terms) == (Share.exactly(60), None, ())


def test_who_has_nothing_left_interest_by_interest_is_left_out() -> None:
    both = tuple(Term(each, until=END) for each in (InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS))
    over = replace(held("ana", 60, votes=60), terms=both)

    assert carried_on(draft(over, people=("ana",)), LATER).holdings == ()
