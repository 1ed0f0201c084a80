"""Each thing that can be missing or contradictory, one story each, with the near miss beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bods.codelists import InterestType, UnspecifiedReason
from bods.records import Share
from register.declarations.draft import (
    SUBJECT,
    Claims,
    Contractor,
    Draft,
    EntityKind,
    Exposure,
    Group,
    IndirectClaim,
    Listing,
    NoOwner,
    Partner,
    PersonAnswer,
    PersonKind,
    Post,
    PostRole,
    StateBodyKind,
    Subcontractor,
    SubcontractorOwner,
    Term,
    Tie,
    Venture,
)
from register.declarations.gaps import gaps
from tests.factories.declarations import ALFA, body, draft, held, person, private

TODAY = date(2026, 3, 2)
ONE = draft(held("ana", 100), people=("ana",))
CHAIN = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))
TRUSTED = draft(
    held("ana", None, "delta", controls=(InterestType.SETTLOR, InterestType.TRUSTEE)),
    held("ben", None, "delta", controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,)),
    held("delta", 100),
    people=("ana", "ben"),
    bodies=(body("delta", EntityKind.TRUST),),
)
NOMINEE = draft(
    held("ana", None, "deal", controls=(InterestType.NOMINEE,)),
    held("ben", None, "deal", controls=(InterestType.NOMINATOR,)),
    held("deal", 100),
    people=("ana", "ben"),
    bodies=(replace(body("deal", EntityKind.NOMINEE_AGREEMENT, numbered=False), name=""),),
)
JOINT = draft(
    held("ana", 50, "pair"),
    held("ben", 50, "pair"),
    held("pair", 100),
    people=("ana", "ben"),
    bodies=(replace(body("pair", EntityKind.JOINT_HOLDING, numbered=False), name=""),),
)


def said(told: Draft, today: date | None = TODAY) -> dict[str, bool]:
    """What is told of a draft, each sentence with whether it blocks."""
    return {gap.message % gap.facts: gap.blocks for gap in gaps(told, Decimal(10), today=today)}


def with_person(told: Draft, **changes: object) -> Draft:
    first, *others = told.people
    return replace(told, people=(replace(first, **changes), *others))


def with_particulars(told: Draft, **changes: object) -> Draft:
    return replace(told, particulars={**told.particulars, "ana": replace(private("ana"), **changes)})


def with_body(told: Draft, **changes: object) -> Draft:
    return replace(told, entities=(replace(told.entities[0], **changes),))


def with_first(told: Draft, **changes: object) -> Draft:
    first, *others = told.holdings
    return replace(told, holdings=(replace(first, **changes), *others))


def without(told: Draft, kind: InterestType) -> Draft:
    """The draft in which nobody has a role any more; who had no other has gone."""
    kept = tuple(
        replace(each, controls=tuple(role for role in each.controls if role is not kind))
        for each in told.holdings
        if each.controls != (kind,)
    )
    holders = {each.holder for each in kept}
    return replace(told, holdings=kept, people=tuple(each for each in told.people if each.key in holders))


@pytest.mark.parametrize("told", [ONE, CHAIN, TRUSTED, NOMINEE, JOINT])
def test_a_whole_story_of_each_structure_has_no_gap(told: Draft) -> None:
    assert said(told) == {}


HEIRS = PersonAnswer("heirs", "the grandchildren of Ana", "", "", PersonKind.CLASS)
LOST = PersonAnswer("lost", "the second heir", "", "", PersonKind.UNNAMED)
ASKED = NoOwner(UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION, "No answer", "Two letters")
OFFICE = Exposure(Tie.SPOUSE, "Member of the county assembly", "An assembly", "KE", "Juma Example")
VENTURE = Venture("v1", "Roof builders", partners=(Partner("v2", "Beta Ltd", "KE", share=Share.exactly(60)),))

#: Where somebody is not told of as it should be: what is said, whether it blocks, the faulty answers, and mended ones.
STORIES: dict[str, tuple[bool, Draft, Draft]] = {
    # People.
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
    "Say what you did to find out who “the second heir” is.": (
        False,
        draft(held("lost", 100), people=(replace(LOST, why=replace(ASKED, steps_taken="")),)),
        draft(held("lost", 100), people=(replace(LOST, why=ASKED),)),
    ),
    "Ben and Ana have the same identity document. Name each person once.": (
        True,
        replace(JOINT, particulars={"ana": private("ana"), "ben": private("ana")}),
        JOINT,
    ),
    # Bodies.
    "Say on which stock exchange Delta Holdings Ltd is listed, or where its filings can be read.": (
        False,
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
    # Arrangements.
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
    # Days.
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
    # Posts.
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
    "No owner is named: name who runs the company from day to day, its senior managing official.": (
        False,
        draft(no_owner=NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS)),
        draft(no_owner=NoOwner(UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE)),
    ),
    # Contradictions.
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
    # Claims.
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


@pytest.mark.parametrize(
    "told",
    [
        with_particulars(ONE, birth_date=date(2030, 1, 1)),
        with_first(ONE, since=date(2030, 1, 1)),
        with_particulars(ONE, groups=frozenset({Group.YOUTH}), birth_date=date(1950, 1, 1)),
    ],
)
def test_without_a_day_nothing_is_asked_that_depends_on_one(told: Draft) -> None:
    assert said(told, today=None) == {}


def test_a_place_says_between_which_ages_somebody_is_young() -> None:
    told = with_particulars(ONE, groups=frozenset({Group.YOUTH}), birth_date=date(1990, 3, 2))
    find: Callable[..., object] = gaps

    assert find(told, Decimal(10), today=TODAY, youth=(18, 36)) == ()
    assert find(told, Decimal(10), today=TODAY, youth=(18, 35)) != ()


def test_what_has_ended_does_not_count_and_what_ends_later_does() -> None:
    two = draft(held("ana", 60), held("ben", 60), people=("ana", "ben"))
    ended = replace(two, holdings=(two.holdings[0], replace(two.holdings[1], until=date(2026, 3, 2))))
    ending = replace(two, holdings=(two.holdings[0], replace(two.holdings[1], until=date(2026, 3, 3))))

    over = "The shares in Alfa Builders Ltd add up to more than 100\u00a0%. Correct them."

    assert over in said(two)
    assert over not in said(ended)
    assert over in said(ending)
    assert SUBJECT in {each.held for each in ended.holdings}
