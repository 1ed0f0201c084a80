"""What is amiss in what is said where two answers cannot both be so: one story each, with the near miss beside it."""

from dataclasses import replace

import pytest

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.draft import IndirectClaim
from tests.factories.amiss import CHAIN, NOMINEE, ONE, Stories, said, with_first
from tests.factories.declarations import body, draft, held, person, private

STORIES: Stories = {
    "Ana is said to hold 30\u00a0% of the shares through others, and the chain gives 42\u00a0%. Correct one of them.": (
        True,
        replace(CHAIN, indirect=(IndirectClaim("ana", Share.exactly(30)),)),
        replace(CHAIN, indirect=(IndirectClaim("ana", Share.between(40, 45)),)),
    ),
    "Name the companies through which Ana holds, and what is held in each.": (
        False,
        replace(draft(people=("ana",)), indirect=(IndirectClaim("ana", Share.exactly(30)),)),
        replace(CHAIN, indirect=(IndirectClaim("ana", Share.exactly(42)),)),
    ),
    "Ana holds 100\u00a0% of the shares and 40–49\u00a0% of the votes in Alfa Builders Ltd. Check that this is so.": (
        False,
        with_first(ONE, votes=Share.between(40, 49)),
        with_first(ONE, votes=Share.between(40, 100)),
    ),
    "Two are said to appoint the majority of the board of Alfa Builders Ltd (Ana, Ben). Check that they do so together.": (
        False,
        draft(
            held("ana", 50, controls=(InterestType.APPOINTMENT_OF_BOARD,)),
            held("ben", 50, controls=(InterestType.APPOINTMENT_OF_BOARD,)),
            people=("ana", "ben"),
        ),
        draft(
            held("ana", 50, controls=(InterestType.APPOINTMENT_OF_BOARD,)),
            held("ben", 50),
            people=("ana", "ben"),
        ),
    ),
    "By these answers Cate holds nothing of the company, and is not published.": (
        False,
        replace(
            NOMINEE,
            people=(person("ben"), person("cate")),
            particulars={key: private(key) for key in ("ben", "cate")},
            entities=(*NOMINEE.entities, replace(body("ana"), name="Ana")),
            holdings=(*NOMINEE.holdings, held("cate", 100, "ana")),
        ),
        NOMINEE,
    ),
}


@pytest.mark.parametrize("sentence", STORIES)
def test_what_is_amiss_is_said_in_words_and_not_once_it_is_mended(sentence: str) -> None:
    blocks, wrong, mended = STORIES[sentence]

    assert said(wrong).get(sentence) is blocks
    assert sentence not in said(mended)
