"""Where nobody is named, the reason stands in the owner's place."""

from collections.abc import Callable

import pytest

from bods.codelists import DirectOrIndirect, InterestType, UnspecifiedReason
from bods.parts import Unspecified
from bods.structures import (
    Holding,
    NotNamed,
    answers_of,
    exempt,
    network_of,
    no_owner,
    owner_exempt,
    owner_not_found,
    owner_will_not_say,
    senior_official,
    shares,
)
from tests.bods.structures.cast import about_alfa, held, relationships


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (no_owner, UnspecifiedReason.NO_BENEFICIAL_OWNERS),
        (owner_not_found, UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER),
        (owner_will_not_say, UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION),
        (exempt, UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE),
        (owner_exempt, UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE),
    ],
)
def test_the_reason_why_nobody_is_named_is_published(
    told: Callable[[str], NotNamed], reason: UnspecifiedReason
) -> None:
    network = network_of(about_alfa(told("In words")))

    link = relationships(network)["alfa-r-nobody"]
    assert link.interested_party == Unspecified(reason, "In words")
    assert (link.subject, link.interests, link.is_component) == ("alfa", (), False)


def test_where_there_is_no_owner_the_senior_official_is_told() -> None:
    network = network_of(about_alfa(no_owner(), senior_official("ana")))

    assert held(relationships(network)["alfa-r-ana"]) == [
        (InterestType.SENIOR_MANAGING_OFFICIAL, DirectOrIndirect.DIRECT, False)
    ]


def test_nobody_may_be_named_above_a_company_of_the_chain() -> None:
    answers = about_alfa(Holding("beta", (shares(60),)), exempt(held="beta"))

    network = network_of(answers)

    assert relationships(network)["alfa-r-nobody-beta"].subject == "alfa-e-beta"
    assert answers_of(network) == answers


def test_what_the_one_who_is_not_named_holds_may_be_known() -> None:
    unnamed = NotNamed(UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION, stakes=(shares(30),))

    network = network_of(about_alfa(unnamed))

    assert held(relationships(network)["alfa-r-nobody"]) == [
        (InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, False)
    ]
    assert answers_of(network) == about_alfa(unnamed)
