"""What is amiss in what is said of trusts, nominee agreements and joint holdings: one story each, with the near miss beside it."""

from dataclasses import replace

import pytest

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.draft import Draft
from tests.factories.amiss import CHAIN, JOINT, NOMINEE, ONE, TRUSTED, Stories, said, with_first, without

STORIES: Stories = {
    "Name the trustee of Delta Holdings Ltd: the person or company that manages it.": (
        True,
        without(TRUSTED, InterestType.TRUSTEE),
        TRUSTED,
    ),
    "Name the settlor of Delta Holdings Ltd: who put the assets into it.": (
        False,
        without(TRUSTED, InterestType.SETTLOR),
        TRUSTED,
    ),
    "Name who benefits from Delta Holdings Ltd, or describe them.": (
        False,
        without(TRUSTED, InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT),
        TRUSTED,
    ),
    "Nobody holds shares in a trust. Say what Ana is in Delta Holdings Ltd, for example its trustee.": (
        True,
        with_first(TRUSTED, shares=Share.exactly(50)),
        TRUSTED,
    ),
    "Name the nominee of Ben: who holds in their own name for somebody else.": (
        True,
        without(NOMINEE, InterestType.NOMINEE),
        NOMINEE,
    ),
    "Name the nominator of Ana: for whom the nominee holds.": (
        True,
        without(NOMINEE, InterestType.NOMINATOR),
        NOMINEE,
    ),
    "In the agreement of Ana, Ben, somebody holds for themselves. Name for whom they hold.": (
        True,
        with_first(NOMINEE, controls=(InterestType.NOMINEE, InterestType.NOMINATOR)),
        NOMINEE,
    ),
    "Say whether Ana is the nominee or the nominator; the shares are what the nominee holds.": (
        True,
        with_first(NOMINEE, shares=Share.exactly(50)),
        NOMINEE,
    ),
    "To hold jointly takes two or more. Name who holds together with Ana.": (
        True,
        replace(JOINT, holdings=(JOINT.holdings[0], JOINT.holdings[2]), people=JOINT.people[:1]),
        JOINT,
    ),
    "What is told of Ana cannot be held in Ana, Ben. Choose something else.": (
        True,
        with_first(NOMINEE, controls=(InterestType.NOMINEE, InterestType.BOARD_CHAIR)),
        NOMINEE,
    ),
}


@pytest.mark.parametrize("sentence", STORIES)
def test_what_is_amiss_is_said_in_words_and_not_once_it_is_mended(sentence: str) -> None:
    blocks, wrong, mended = STORIES[sentence]

    assert said(wrong).get(sentence) is blocks
    assert sentence not in said(mended)


@pytest.mark.parametrize("told", [ONE, CHAIN, TRUSTED, NOMINEE, JOINT])
def test_a_whole_story_of_each_structure_has_no_gap(told: Draft) -> None:
    assert said(told) == {}
