"""The parties of a trust, what it holds, and what they hold through it."""

from datetime import date

import pytest

from bods.codelists import DirectOrIndirect, EntitySubtype, EntityType, InterestType
from bods.structures import (
    Holding,
    IndirectHolding,
    Part,
    Stake,
    Trust,
    answers_of,
    beneficiary,
    completed,
    control,
    network_of,
    protector,
    settlor,
    shares,
    trust,
    trustee,
)
from tests.bods.structures.cast import about_alfa, held, relationships

FAMILY = Trust("family", (settlor("ana", date(2021, 3, 1)), trustee("ben"), beneficiary("cleo")))
SHARES_IN_TRUST = Holding("family", (shares(70),))


@pytest.mark.parametrize(
    ("legal_personality", "type_"), [(False, EntityType.ARRANGEMENT), (True, EntityType.LEGAL_ENTITY)]
)
def test_a_trust_is_a_body_with_a_subtype_of_its_own(legal_personality: bool, type_: EntityType) -> None:
    body = trust("Example waqf", legal_personality=legal_personality, local_name="waqf")

    assert (body.type, body.subtype, body.type_details) == (type_, EntitySubtype.TRUST, "waqf")


def test_each_party_of_a_trust_holds_in_it_by_its_role() -> None:
    links = relationships(network_of(about_alfa(FAMILY, SHARES_IN_TRUST)))

    roles = {key: held(link) for key, link in links.items() if link.subject == "alfa-e-family"}
    assert roles == {
        "alfa-r-ana-family": [(InterestType.SETTLOR, DirectOrIndirect.DIRECT, False)],
        "alfa-r-ben-family": [(InterestType.TRUSTEE, DirectOrIndirect.DIRECT, False)],
        "alfa-r-cleo-family": [
            (InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT, DirectOrIndirect.DIRECT, False)
        ],
    }


def test_each_party_of_a_trust_has_an_indirect_primary_relationship() -> None:
    links = relationships(network_of(about_alfa(FAMILY, SHARES_IN_TRUST)))

    for party in ("ana", "ben", "cleo"):
        primary = links[f"alfa-r-{party}"]
        assert held(primary) == [(InterestType.OTHER_INFLUENCE_OR_CONTROL, DirectOrIndirect.INDIRECT, True)]
        assert primary.component_records == ("alfa-e-family", "alfa-r-family", f"alfa-r-{party}-family")


def test_what_a_party_was_said_to_hold_is_not_said_again() -> None:
    told = IndirectHolding("ana", (control("May dissolve the trust", beneficial=True),))
    answers = about_alfa(FAMILY, SHARES_IN_TRUST, told)

    (interest,) = relationships(network_of(answers))["alfa-r-ana"].interests

    assert interest.details == "May dissolve the trust"


def test_one_party_may_have_several_roles() -> None:
    both = Part("ana", (Stake(InterestType.SETTLOR), Stake(InterestType.PROTECTOR)))
    answers = about_alfa(Trust("family", (both, trustee("ben"))), SHARES_IN_TRUST)

    network = network_of(answers)

    assert len(relationships(network)["alfa-r-ana-family"].interests) == 2
    assert answers_of(network) == completed(answers)


def test_the_owner_of_a_corporate_trustee_is_an_owner_through_it() -> None:
    answers = about_alfa(
        Trust("family", (trustee("beta"), settlor("ben"))),
        SHARES_IN_TRUST,
        Holding("ana", (shares(100),), held="beta"),
        IndirectHolding("ana", (control(beneficial=True),)),
    )

    links = relationships(network_of(answers))

    assert "alfa-r-beta" not in links
    assert {"alfa-e-beta", "alfa-r-beta-family"} < set(links["alfa-r-ana"].component_records)


def test_a_corporate_trustee_of_whom_no_owner_is_told_is_no_beneficial_owner() -> None:
    answers = about_alfa(Trust("family", (trustee("beta"), protector("ben"))), SHARES_IN_TRUST)

    links = relationships(network_of(answers))

    assert held(links["alfa-r-beta"]) == [
        (InterestType.OTHER_INFLUENCE_OR_CONTROL, DirectOrIndirect.INDIRECT, False)
    ]


def test_the_parties_of_a_trust_that_declares_hold_in_it_directly() -> None:
    alfa = trust("Alfa Trust")
    answers = about_alfa(Trust("alfa", (settlor("ana"),)), alfa=alfa)

    network = network_of(answers)

    assert set(relationships(network)) == {"alfa-r-ana"}
    assert answers_of(network) == answers
