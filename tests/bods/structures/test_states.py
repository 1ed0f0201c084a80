"""What states own, and companies that a law has made."""

from datetime import date

from bods.codelists import DirectOrIndirect, EntitySubtype, EntityType, InterestType
from bods.records import Entity
from bods.structures import (
    Holding,
    IndirectHolding,
    controlled_by_law,
    network_of,
    no_owner,
    shares,
    state_body,
    statutory_corporation,
)
from tests.bods.structures.cast import KENYA, about_alfa, held, relationships


def test_a_state_owns_through_its_investment_company() -> None:
    answers = about_alfa(
        Holding("beta", (shares(100),)),
        Holding("republic", (shares(100),), held="beta"),
        IndirectHolding("republic", (shares(100),)),
    )

    primary = relationships(network_of(answers))["alfa-r-republic"]

    assert held(primary) == [(InterestType.SHAREHOLDING, DirectOrIndirect.INDIRECT, False)]
    assert primary.component_records == ("alfa-e-beta", "alfa-r-beta", "alfa-r-republic-beta")


def test_a_statutory_corporation_is_formed_by_a_law_and_controlled_by_it() -> None:
    alfa = statutory_corporation("Example Water Corporation", KENYA, "Example Water Act", date(2016, 9, 13))
    dept = state_body("Example Department of Water", KENYA, local_name="idara")
    answers = about_alfa(controlled_by_law("dept"), no_owner("Owned by the state"), alfa=alfa, dept=dept)

    network = network_of(answers)

    told = network.records["alfa"]
    assert isinstance(told, Entity)
    assert told.type is EntityType.LEGAL_ENTITY
    assert told.formed_by_statute is not None
    assert held(relationships(network)["alfa-r-dept"]) == [
        (InterestType.CONTROL_BY_LEGAL_FRAMEWORK, DirectOrIndirect.DIRECT, False)
    ]
    assert (dept.type, dept.subtype) == (EntityType.STATE_BODY, EntitySubtype.GOVERNMENT_DEPARTMENT)
