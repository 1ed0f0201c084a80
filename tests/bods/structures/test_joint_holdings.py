"""Several who hold together are members of an arrangement, which holds."""

from dataclasses import replace

from bods.codelists import DirectOrIndirect, EntityType, InterestType
from bods.parts import Identifier
from bods.records import Entity
from bods.structures import (
    Holding,
    JointHolding,
    answers_of,
    joint_arrangement,
    member,
    network_of,
    shares,
)
from bods.structures.joint_holdings import is_joint
from tests.bods.structures.cast import about_alfa, held, relationships

ANSWERS = about_alfa(
    Holding("pair", (shares(100),)), JointHolding("pair", (member("ana", 50), member("ben", 50)))
)


def test_a_joint_shareholding_is_an_arrangement_that_holds_the_company() -> None:
    network = network_of(ANSWERS)

    pair = network.records["alfa-e-pair"]
    assert isinstance(pair, Entity)
    assert (pair.type, pair.subtype) == (EntityType.ARRANGEMENT, None)
    assert held(relationships(network)["alfa-r-pair"]) == [
        (InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, False)
    ]


def test_the_members_own_what_they_hold_together_without_a_relationship_with_the_company() -> None:
    network = network_of(ANSWERS)

    links = relationships(network)
    assert set(links) == {"alfa-r-pair", "alfa-r-ana-pair", "alfa-r-ben-pair"}
    assert held(links["alfa-r-ana-pair"]) == [(InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, True)]
    assert not any(record.is_component for record in network.records.values())


def test_a_joint_shareholding_is_read_back() -> None:
    assert answers_of(network_of(ANSWERS)) == ANSWERS


def test_an_arrangement_with_an_official_number_is_a_body_of_its_own() -> None:
    pair = joint_arrangement()
    numbered = replace(pair, identifiers=(Identifier(id="LP-7", scheme="KE-RCO"),))

    assert is_joint(pair)
    assert not is_joint(numbered)
