"""What differs between two declarations of one company."""

from dataclasses import replace

from register.declarations.answers_compared import Change, differences
from tests.factories.declarations import draft, held

BEFORE = draft(held("ana", 60), held("ben", 40), people=("ana", "ben"))


def test_the_same_answers_do_not_differ() -> None:
    assert differences(BEFORE, BEFORE) == ()


def test_who_left_and_who_came_are_told_with_what_they_hold() -> None:
    after = draft(held("ana", 60), held("caro", 40), people=("ana", "caro"))

    found = [(each.change, each.held is not None) for each in differences(BEFORE, after)]

    assert sorted(found) == [
        (Change.CAME, False),
        (Change.CAME, True),
        (Change.LEFT, False),
        (Change.LEFT, True),
    ]


def test_another_share_is_a_change_of_one_holding() -> None:
    after = draft(held("ana", 55), held("ben", 40), people=("ana", "ben"))

    (found,) = differences(BEFORE, after)

    assert found.change is Change.CHANGED
    assert (found.before, found.after) == (BEFORE.holdings[0], after.holdings[0])


def test_a_new_name_of_the_company_is_told() -> None:
    after = replace(BEFORE, company=replace(BEFORE.company, name="Alfa Holdings Ltd"))

    (found,) = differences(BEFORE, after)

    assert (found.change, found.name, found.held) == (Change.CHANGED, "Alfa Holdings Ltd", None)
