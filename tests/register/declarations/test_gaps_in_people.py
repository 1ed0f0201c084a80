"""What is amiss in what is said of people and their particulars: one story each, with the near miss beside it."""

from dataclasses import replace
from datetime import date

import pytest

from bods.codelists import InterestType
from tests.factories.amiss import (
    ASKED,
    HEIRS,
    JOINT,
    LOST,
    OFFICE,
    ONE,
    TRUSTED,
    Stories,
    said,
    with_particulars,
    with_person,
)
from tests.factories.declarations import draft, held, private

STORIES: Stories = {
    "Say what you did to find out who owns the company, or why you could do nothing.": (
        True,
        replace(draft(no_owner=replace(ASKED, steps_taken="")), nobody_runs="The last manager died."),
        replace(draft(no_owner=ASKED), nobody_runs="The last manager died."),
    ),
    "Say why Ana has to be protected.": (
        True,
        with_person(ONE, protection=True),
        with_particulars(with_person(ONE, protection=True), protection_reason="A threat"),
    ),
    "Say which public office Ana, or somebody tied to them, holds or held.": (
        True,
        with_particulars(ONE, exposed=True),
        with_particulars(ONE, exposed=True, exposures=(OFFICE,)),
    ),
    "A public office told for Ana ends before it begins. Correct the days.": (
        True,
        with_particulars(
            ONE,
            exposed=True,
            exposures=(replace(OFFICE, since=date(2022, 1, 1), until=date(2021, 1, 1)),),
        ),
        with_particulars(ONE, exposed=True, exposures=(replace(OFFICE, since=date(2022, 1, 1)),)),
    ),
    "Say who barred Ana from public buying, since when and why.": (
        True,
        with_particulars(ONE, barred=True),
        with_particulars(ONE, barred=True, barred_details="By the board in 2020, until 2023"),
    ),
    "The date of birth of Ana has not come yet. Correct it.": (
        True,
        with_particulars(ONE, birth_date=date(2026, 3, 2)),
        ONE,
    ),
    "Ana is younger than 18. Check the date of birth.": (
        False,
        with_particulars(ONE, birth_date=date(2008, 3, 3)),
        with_particulars(ONE, birth_date=date(2008, 3, 2)),
    ),
    "Only the beneficiaries of a trust may be told by a description. Name the people of “the grandchildren of Ana”.": (
        True,
        draft(held("heirs", 100), people=(HEIRS,)),
        replace(
            TRUSTED,
            people=(*TRUSTED.people, HEIRS),
            holdings=(
                *TRUSTED.holdings,
                held("heirs", None, "delta", controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,)),
            ),
        ),
    ),
    "Say why “the second heir” cannot be named.": (
        True,
        draft(held("lost", 100), people=(LOST,)),
        draft(held("lost", 100), people=(replace(LOST, why=ASKED),)),
    ),
    "Say what you did to find out who “the second heir” is, or why you could do nothing.": (
        True,
        draft(held("lost", 100), people=(replace(LOST, why=replace(ASKED, steps_taken="")),)),
        draft(held("lost", 100), people=(replace(LOST, why=ASKED),)),
    ),
    "Ben and Ana have the same identity document. Name each person once.": (
        True,
        replace(JOINT, particulars={"ana": private("ana"), "ben": private("ana")}),
        JOINT,
    ),
}


@pytest.mark.parametrize("sentence", STORIES)
def test_what_is_amiss_is_said_in_words_and_not_once_it_is_mended(sentence: str) -> None:
    blocks, wrong, mended = STORIES[sentence]

    assert said(wrong).get(sentence) is blocks
    assert sentence not in said(mended)
