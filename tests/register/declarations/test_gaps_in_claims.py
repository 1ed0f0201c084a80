"""What is amiss in what is said of claims, ventures and those who are hired: one story each, with the near miss beside it."""

from dataclasses import replace
from datetime import date

import pytest

from bods.records import Share
from register.declarations.draft import Claims, Contractor, Group, Partner, Subcontractor, SubcontractorOwner
from tests.factories.amiss import ONE, VENTURE, Stories, said, with_particulars, with_person

STORIES: Stories = {
    "By the date of birth, Ana is not a youth (18 to 34 years). Correct one of them.": (
        True,
        with_particulars(ONE, groups=frozenset({Group.YOUTH}), birth_date=date(1991, 3, 2)),
        with_particulars(ONE, groups=frozenset({Group.YOUTH}), birth_date=date(1991, 3, 3)),
    ),
    "Enter the number under which Ana is registered as a person with a disability.": (
        False,
        replace(
            with_particulars(ONE, groups=frozenset({Group.DISABILITY})),
            claims=Claims(frozenset({Group.DISABILITY}), "AGPO-1"),
        ),
        replace(
            with_particulars(ONE, groups=frozenset({Group.DISABILITY}), disability_number="NC-1"),
            claims=Claims(frozenset({Group.DISABILITY}), "AGPO-1"),
        ),
    ),
    "The company claims to be owned by women, and nobody named here is said to be a woman.": (
        False,
        replace(ONE, claims=Claims(frozenset({Group.WOMEN}), "AGPO-1")),
        replace(
            with_particulars(ONE, groups=frozenset({Group.WOMEN})),
            claims=Claims(frozenset({Group.WOMEN}), "AGPO-1"),
        ),
    ),
    "Enter the number of the certificate for reserved tenders, once you have it.": (
        False,
        replace(
            with_particulars(ONE, groups=frozenset({Group.WOMEN})), claims=Claims(frozenset({Group.WOMEN}))
        ),
        replace(ONE, claims=Claims(frozenset())),
    ),
    "A citizen contractor is owned by citizens alone, and Ana is not one. Correct one of them.": (
        False,
        replace(with_person(ONE, nationality="UG"), claims=Claims(contractor=Contractor.CITIZEN)),
        replace(
            with_person(ONE, nationality="UG", more_nationalities=("KE",)),
            claims=Claims(contractor=Contractor.CITIZEN),
        ),
    ),
    "Say who barred the company from public buying, since when and why.": (
        True,
        replace(ONE, claims=Claims(barred=True)),
        replace(ONE, claims=Claims(barred=False)),
    ),
    "Name the partners in Roof builders.": (
        True,
        replace(ONE, ventures=(replace(VENTURE, partners=()),)),
        replace(ONE, ventures=(VENTURE,)),
    ),
    "The parts of Roof builders add up to more than 100\u00a0%. Correct them.": (
        True,
        replace(ONE, ventures=(replace(VENTURE, share=Share.exactly(41)),)),
        replace(ONE, ventures=(replace(VENTURE, share=Share.exactly(40)),)),
    ),
    "Only one of the partners leads Roof builders. Keep one.": (
        True,
        replace(
            ONE,
            ventures=(replace(VENTURE, leads=True, partners=(replace(VENTURE.partners[0], leads=True),)),),
        ),
        replace(ONE, ventures=(replace(VENTURE, leads=True),)),
    ),
    "Enter the name and the country of every partner in Roof builders.": (
        True,
        replace(ONE, ventures=(replace(VENTURE, partners=(Partner("v2", "Beta Ltd", ""),)),)),
        replace(ONE, ventures=(VENTURE,)),
    ),
    "Enter the name of each owner of Gamma Ltd.": (
        True,
        replace(
            ONE, subcontractors=(Subcontractor("s1", "Gamma Ltd", "KE", owners=(SubcontractorOwner(""),)),)
        ),
        replace(ONE, subcontractors=(Subcontractor("s1", "Gamma Ltd", "KE"),)),
    ),
}


@pytest.mark.parametrize("sentence", STORIES)
def test_what_is_amiss_is_said_in_words_and_not_once_it_is_mended(sentence: str) -> None:
    blocks, wrong, mended = STORIES[sentence]

    assert said(wrong).get(sentence) is blocks
    assert sentence not in said(mended)
