"""What is amiss in what is said of days and posts: one story each, with the near miss beside it."""

from dataclasses import replace
from datetime import date

import pytest

from bods.codelists import InterestType, UnspecifiedReason
from register.declarations.draft import NoOwner, Post, PostRole, Term
from register.declarations.gaps_in_dates import date_gaps
from tests.factories.amiss import CHAIN, ONE, Stories, said, with_body, with_first
from tests.factories.declarations import draft

STORIES: Stories = {
    "What Ana holds in Alfa Builders Ltd ends before it begins. Correct the days.": (
        True,
        with_first(ONE, since=date(2024, 1, 2), until=date(2024, 1, 1)),
        with_first(ONE, since=date(2024, 1, 2), until=date(2027, 1, 1)),
    ),
    "What Ana holds in Alfa Builders Ltd begins after today. Tell it once it is so.": (
        True,
        with_first(
            ONE,
            controls=(InterestType.APPOINTMENT_OF_BOARD,),
            terms=(Term(InterestType.APPOINTMENT_OF_BOARD, date(2026, 3, 3)),),
        ),
        with_first(
            ONE,
            controls=(InterestType.APPOINTMENT_OF_BOARD,),
            terms=(Term(InterestType.APPOINTMENT_OF_BOARD, date(2026, 3, 2)),),
        ),
    ),
    "Delta Holdings Ltd has ceased to exist. Say until when Ana held a part of it.": (
        True,
        with_body(CHAIN, dissolved=date(2025, 3, 3)),
        CHAIN,
    ),
    "A post of Ana in Alfa Builders Ltd is told twice. Keep one.": (
        True,
        replace(ONE, posts=(Post("ana", PostRole.SECRETARY), Post("ana", PostRole.SECRETARY))),
        replace(ONE, posts=(Post("ana", PostRole.SECRETARY), Post("ana", PostRole.BOARD_CHAIR))),
    ),
    "Say what the post of Ana in Alfa Builders Ltd is called.": (
        True,
        replace(ONE, posts=(Post("ana", PostRole.OTHER),)),
        replace(ONE, posts=(Post("ana", PostRole.OTHER, title="Patron"),)),
    ),
    "A post of Ana in Alfa Builders Ltd ends before it begins. Correct the days.": (
        True,
        replace(
            ONE, posts=(Post("ana", PostRole.SECRETARY, since=date(2024, 1, 1), until=date(2023, 1, 1)),)
        ),
        replace(ONE, posts=(Post("ana", PostRole.SECRETARY, since=date(2024, 1, 1)),)),
    ),
    "A post of Ana in Alfa Builders Ltd begins after today. Tell it once it is so.": (
        True,
        replace(ONE, posts=(Post("ana", PostRole.SECRETARY, since=date(2026, 3, 3)),)),
        replace(ONE, posts=(Post("ana", PostRole.SECRETARY, since=date(2026, 3, 2)),)),
    ),
    "This post names somebody who is no longer in the declaration. Remove it.": (
        True,
        replace(ONE, posts=(Post("gone", PostRole.SECRETARY),)),
        replace(ONE, posts=(Post("ana", PostRole.SECRETARY),)),
    ),
    "No owner is named: name who runs the company from day to day, its senior managing official, or say why you cannot.": (
        True,
        draft(no_owner=NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS)),
        replace(
            draft(no_owner=NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS)),
            nobody_runs="The last manager died.",
        ),
    ),
}


@pytest.mark.parametrize("sentence", STORIES)
def test_what_is_amiss_is_said_in_words_and_not_once_it_is_mended(sentence: str) -> None:
    blocks, wrong, mended = STORIES[sentence]

    assert said(wrong).get(sentence) is blocks
    assert sentence not in said(mended)


def test_a_day_is_corrected_where_it_was_told() -> None:
    board = InterestType.APPOINTMENT_OF_BOARD
    of_one = with_first(
        ONE, since=date(2024, 1, 2), controls=(board,), terms=(Term(board, until=date(2023, 1, 1)),)
    )
    of_all = with_first(ONE, since=date(2024, 1, 2), until=date(2024, 1, 1))

    assert [gap.place for gap in date_gaps(of_one)] == ["ana.subject.days"]
    assert [gap.place for gap in date_gaps(of_all)] == ["ana.subject"]
