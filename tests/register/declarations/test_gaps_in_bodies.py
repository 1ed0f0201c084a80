"""What is amiss in what is said of companies and other bodies: one story each, with the near miss beside it."""

from dataclasses import replace
from datetime import date

import pytest

from register.declarations.draft import EntityKind, Listing, StateBodyKind
from tests.factories.amiss import ASKED, CHAIN, ONE, Stories, said, with_body
from tests.factories.declarations import ALFA, body, draft, held

STORIES: Stories = {
    "Say what you did to find out who owns Delta Holdings Ltd, or why you could do nothing.": (
        True,
        draft(
            held("delta", 100), bodies=(replace(body("delta"), no_holder=replace(ASKED, steps_taken=" ")),)
        ),
        draft(held("delta", 100), bodies=(replace(body("delta"), no_holder=ASKED),)),
    ),
    "Say on which stock exchange Delta Holdings Ltd is listed, or where its filings can be read, or why you do not know.": (
        True,
        with_body(CHAIN, kind=EntityKind.LISTED, listing=Listing("An exchange")),
        with_body(
            CHAIN, kind=EntityKind.LISTED, listing=Listing(filings_url="https://filings.example/delta")
        ),
    ),
    "The address of the filings of Delta Holdings Ltd has to begin with https://.": (
        True,
        with_body(CHAIN, kind=EntityKind.LISTED, listing=Listing(filings_url="filings of delta")),
        with_body(CHAIN, kind=EntityKind.LISTED, listing=Listing(filings_url="https://filings.example/")),
    ),
    "The ISIN of Delta Holdings Ltd has twelve letters and figures. Correct it.": (
        True,
        with_body(CHAIN, kind=EntityKind.LISTED, listing=Listing("An exchange", "KE", "DLT", isin="KE0001")),
        with_body(
            CHAIN,
            kind=EntityKind.LISTED,
            listing=Listing("An exchange", "KE", "DLT", isin="KE0000000001"),
        ),
    ),
    "Say whether Delta Holdings Ltd is a department, an agency or a state corporation.": (
        False,
        with_body(CHAIN, kind=EntityKind.GOVERNMENT),
        with_body(CHAIN, kind=EntityKind.GOVERNMENT, state_body=StateBodyKind.DEPARTMENT),
    ),
    "Say which law made Delta Holdings Ltd.": (
        False,
        with_body(CHAIN, kind=EntityKind.GOVERNMENT, state_body=StateBodyKind.CORPORATION),
        with_body(
            CHAIN,
            kind=EntityKind.GOVERNMENT,
            state_body=StateBodyKind.CORPORATION,
            statute="Water Works Act",
        ),
    ),
    "Delta Holdings Ltd ceased to exist before it was founded. Correct the days.": (
        True,
        with_body(replace(CHAIN, holdings=()), founded=date(2010, 1, 1), dissolved=date(2009, 1, 1)),
        with_body(CHAIN, founded=date(2010, 1, 1)),
    ),
    "A day told for Delta Holdings Ltd has not come yet: when it was founded, or ceased. Correct it.": (
        True,
        with_body(CHAIN, founded=date(2026, 3, 3)),
        with_body(CHAIN, founded=date(2026, 3, 2)),
    ),
    "Delta Holdings Ltd has ceased to exist. Say until when it held what it held.": (
        True,
        with_body(CHAIN, dissolved=date(2025, 3, 3)),
        CHAIN,
    ),
    "Say what kind of body Delta Holdings Ltd is.": (
        False,
        with_body(CHAIN, kind=EntityKind.OTHER),
        with_body(CHAIN, kind=EntityKind.OTHER, local_kind="Waqf"),
    ),
    "A sole trader has one owner. Remove the others of Alfa Builders Ltd, or choose another kind.": (
        True,
        replace(
            draft(held("ana", 50), held("ben", 50), people=("ana", "ben")),
            company=replace(ALFA, kind=EntityKind.SOLE_TRADER),
        ),
        replace(ONE, company=replace(ALFA, kind=EntityKind.SOLE_TRADER)),
    ),
    "A partnership has two partners or more. Name the others of Alfa Builders Ltd.": (
        False,
        replace(ONE, company=replace(ALFA, kind=EntityKind.PARTNERSHIP)),
        replace(
            draft(held("ana", 50), held("ben", 50), people=("ana", "ben")),
            company=replace(ALFA, kind=EntityKind.PARTNERSHIP),
        ),
    ),
    "Delta Holdings Ltd and Alfa Builders Ltd have the same number. Name each body once.": (
        True,
        with_body(CHAIN, number="pvt-alfa01"),
        CHAIN,
    ),
    "An agreement cannot declare. Choose what kind of body the company is.": (
        True,
        replace(ONE, company=replace(ALFA, kind=EntityKind.NOMINEE_AGREEMENT)),
        ONE,
    ),
}


@pytest.mark.parametrize("sentence", STORIES)
def test_what_is_amiss_is_said_in_words_and_not_once_it_is_mended(sentence: str) -> None:
    blocks, wrong, mended = STORIES[sentence]

    assert said(wrong).get(sentence) is blocks
    assert sentence not in said(mended)
