"""Small whole declarations, ways to spoil them, and what is then said of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bods.codelists import InterestType, UnspecifiedReason
from bods.records import Share
from register.declarations.draft import (
    Draft,
    EntityKind,
    Exposure,
    NoOwner,
    Partner,
    PersonAnswer,
    PersonKind,
    Tie,
    Venture,
)
from register.declarations.gaps import gaps
from tests.factories.declarations import body, draft, held, private

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
    return {gap.message % gap.facts: gap.blocks for gap in gaps(told, Decimal(10), today=today, adult=18)}


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


HEIRS = PersonAnswer("heirs", "the grandchildren of Ana", "", "", PersonKind.CLASS)
LOST = PersonAnswer("lost", "the second heir", "", "", PersonKind.UNNAMED)
ASKED = NoOwner(UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION, "No answer", "Two letters")
OFFICE = Exposure(Tie.SPOUSE, "Member of the county assembly", "An assembly", "KE", "Juma Example")
VENTURE = Venture("v1", "Roof builders", partners=(Partner("v2", "Beta Ltd", "KE", share=Share.exactly(60)),))

#: What is said, whether it blocks, the faulty answers, and mended ones.
Stories = dict[str, tuple[bool, Draft, Draft]]
