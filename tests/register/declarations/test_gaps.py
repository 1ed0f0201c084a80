"""What is missing or contradictory is told, with its place; a good declaration has no gap."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from bods.codelists import InterestType, UnspecifiedReason
from bods.records import Share
from register.declarations.draft import (
    SUBJECT,
    Draft,
    EntityKind,
    Listing,
    NoOwner,
    Post,
    PostRole,
    StateBodyKind,
)
from register.declarations.gaps import Gap, Part, blocking, gaps
from tests.factories.declarations import ALFA, body, draft, held
from tests.factories.random_drafts import drafts

NOBODY = NoOwner(UnspecifiedReason.NO_BENEFICIAL_OWNERS)
RUNS_IT = Post("ana", PostRole.SENIOR_MANAGING_OFFICIAL)
LISTING = Listing("Nairobi exchange", "KE", "ALFA")
AGENCY = StateBodyKind.AGENCY


def found(told: Draft) -> tuple[Gap, ...]:
    return gaps(told, Decimal(10))


def steps(told: Draft) -> set[Part]:
    return {gap.step for gap in found(told)}


@pytest.mark.parametrize(
    "told",
    [
        draft(held("ana", 100), people=("ana",)),
        draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",)),
        replace(draft(people=("ana",), no_owner=NOBODY), posts=(RUNS_IT,)),
        draft(held("delta", 100), bodies=(replace(body("delta", EntityKind.LISTED), listing=LISTING),)),
        draft(held("delta", 100), bodies=(replace(body("delta", EntityKind.GOVERNMENT), state_body=AGENCY),)),
        draft(held("delta", 100), bodies=(body("delta", EntityKind.STATE),)),
        replace(
            draft(held("delta", 100), bodies=(replace(body("delta"), no_holder=NOBODY),)),
            nobody_runs="Run abroad.",
        ),
        draft(
            held("ana", None, "delta", controls=(InterestType.SETTLOR, InterestType.TRUSTEE)),
            held("ben", None, "delta", controls=(InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,)),
            held("delta", 40),
            people=("ana", "ben"),
            bodies=(body("delta", EntityKind.TRUST),),
        ),
        draft(held("ana", None, controls=(InterestType.APPOINTMENT_OF_BOARD,)), people=("ana",)),
        draft(
            held("ana", 6), held("ana", 10, "delta"), held("delta", 50), people=("ana",), bodies=("delta",)
        ),
    ],
)
def test_a_good_declaration_has_no_gap(told: Draft) -> None:
    assert found(told) == ()


def test_an_empty_form_lacks_everything_it_asks() -> None:
    empty = Draft(company=replace(ALFA, name="", country="", number=""))

    assert steps(empty) == {Part.DECLARANT, Part.COMPANY, Part.PEOPLE}


def test_a_person_without_holdings_is_a_gap() -> None:
    told = draft(held("ana", 100), people=("ana", "ben"))

    assert [(gap.step, gap.facts) for gap in found(told)] == [(Part.HOLDINGS, {"name": "Ben"})]


def test_a_person_without_a_document_is_a_gap_that_names_the_person() -> None:
    told = replace(draft(held("ana", 100), people=("ana",)), particulars={})

    assert [(gap.step, gap.place) for gap in found(told)] == [(Part.PEOPLE, "ana")]


def test_a_body_with_nobody_above_and_no_reason_is_a_gap() -> None:
    told = draft(held("ana", 50), held("delta", 50), people=("ana",), bodies=("delta",))

    assert [(gap.step, gap.place) for gap in found(told)] == [(Part.BODIES, "delta")]


def test_a_reason_and_a_holder_of_one_body_contradict_each_other() -> None:
    told = draft(
        held("ana", 100, "delta"),
        held("delta", 100),
        people=("ana",),
        bodies=(replace(body("delta"), no_holder=NOBODY),),
    )

    assert [(gap.step, gap.place) for gap in found(told)] == [(Part.BODIES, "delta")]


def test_a_chain_that_does_not_lead_to_the_company_is_a_gap() -> None:
    told = draft(held("ana", 100), held("ben", 100, "delta"), people=("ana", "ben"), bodies=("delta",))

    assert steps(told) == {Part.HOLDINGS}
    assert len(found(told)) == 2


def test_shares_over_the_whole_by_their_lower_bounds_are_a_gap() -> None:
    over = draft(held("ana", 60), held("ben", Share.between(41, 50)), people=("ana", "ben"))
    within = draft(held("ana", 60), held("ben", Share.between(40, 50)), people=("ana", "ben"))

    assert steps(over) == {Part.HOLDINGS}
    assert found(within) == ()


def test_a_company_that_holds_its_own_owner_is_told_and_does_not_block() -> None:
    told = draft(
        held("ana", 80), held("delta", 20), held(SUBJECT, 100, "delta"), people=("ana",), bodies=("delta",)
    )

    assert [gap.blocks for gap in found(told)] == [False]
    assert blocking(found(told)) == ()


def test_nobody_named_and_no_reason_is_a_gap() -> None:
    assert steps(draft()) == {Part.PEOPLE}


def test_an_owner_and_no_owner_contradict_each_other() -> None:
    told = replace(draft(held("ana", 60), people=("ana",), no_owner=NOBODY), posts=(RUNS_IT,))

    assert {gap.step for gap in blocking(found(told))} == {Part.NOBODY}


def test_small_holders_alone_ask_for_the_reason() -> None:
    small = draft(held("ana", 9), people=("ana",))
    explained = replace(small, no_owner=NOBODY, posts=(RUNS_IT,))

    assert steps(small) == {Part.NOBODY}
    assert {gap.step for gap in blocking(found(replace(explained, posts=())))} == {Part.LEADERS}
    assert blocking(found(explained)) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        held("ana", None),
        held("ana", 0),
        held("ana", 10, "gone"),
        held("ana", None, controls=(InterestType.SETTLOR,)),
        held("ana", None, controls=(InterestType.NOMINEE,)),
    ],
)
def test_a_holding_that_cannot_be_is_a_gap_at_its_place(wrong: object) -> None:
    told = draft(held("ben", 50), people=("ana", "ben"))
    told = replace(told, holdings=(*told.holdings, wrong))

    places = {gap.place for gap in blocking(found(told)) if gap.step is Part.HOLDINGS}

    assert any(place.startswith("ana.") for place in places)


def test_the_same_holding_told_twice_is_a_gap() -> None:
    told = draft(held("ana", 30), held("ana", 30), people=("ana",))

    assert [gap.place for gap in found(told)] == [f"ana.{SUBJECT}"]


@settings(max_examples=200, deadline=None)
@given(told=drafts())
def test_every_gap_fills_its_sentence(told: Draft) -> None:
    for gap in found(told):
        assert "%(" not in (gap.message % gap.facts if gap.facts else gap.message)
