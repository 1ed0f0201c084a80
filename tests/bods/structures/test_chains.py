"""A holder through others has one primary relationship, and what lies between are its components."""

from bods.codelists import DirectOrIndirect, InterestType
from bods.structures import Holding, IndirectHolding, answers_of, company, network_of, shares
from bods.structures.chains import chains
from bods.structures.links import Link
from tests.bods.structures.cast import about_alfa, held, relationships

BETA_IN_ALFA = Holding("beta", (shares(60),))
ANA_IN_BETA = Holding("ana", (shares(50),), held="beta")
ANA = IndirectHolding("ana", (shares(30, beneficial=True),))


def test_the_links_of_a_chain_are_components_of_the_primary_relationship() -> None:
    network = network_of(about_alfa(BETA_IN_ALFA, ANA_IN_BETA, ANA))

    links = relationships(network)
    primary = links["alfa-r-ana"]
    assert primary.component_records == ("alfa-e-beta", "alfa-r-beta", "alfa-r-ana-beta")
    assert held(primary) == [(InterestType.SHAREHOLDING, DirectOrIndirect.INDIRECT, True)]
    assert {key for key, record in network.records.items() if record.is_component} == {
        "alfa-e-beta",
        "alfa-r-beta",
        "alfa-r-ana-beta",
    }
    assert held(links["alfa-r-beta"]) == [(InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, False)]


def test_components_come_before_the_primary_relationship() -> None:
    network = network_of(about_alfa(ANA, ANA_IN_BETA, BETA_IN_ALFA))

    order = network.in_publication_order()

    primary = relationships(network)["alfa-r-ana"]
    assert order[0] == "alfa"
    assert order[-1] == "alfa-r-ana"
    assert set(primary.component_records) < set(order[:-1])


def test_branches_of_a_chain_are_components_of_one_primary_relationship() -> None:
    answers = about_alfa(
        BETA_IN_ALFA,
        Holding("gamma", (shares(40),)),
        ANA_IN_BETA,
        Holding("ana", (shares(25),), held="gamma"),
        IndirectHolding("ana", (shares(40, beneficial=True),)),
    )

    primary = relationships(network_of(answers))["alfa-r-ana"]

    assert primary.component_records == (
        *("alfa-e-beta", "alfa-e-gamma"),
        *("alfa-r-beta", "alfa-r-gamma", "alfa-r-ana-beta", "alfa-r-ana-gamma"),
    )


def test_owners_of_one_chain_share_its_links() -> None:
    answers = about_alfa(
        BETA_IN_ALFA,
        ANA_IN_BETA,
        ANA,
        Holding("ben", (shares(50),), held="beta"),
        IndirectHolding("ben", (shares(30, beneficial=True),)),
    )

    links = relationships(network_of(answers))

    assert links["alfa-r-ben"].component_records == ("alfa-e-beta", "alfa-r-beta", "alfa-r-ben-beta")
    assert len(links) == 5


def test_what_an_owner_holds_directly_and_through_others_is_one_relationship() -> None:
    answers = about_alfa(BETA_IN_ALFA, ANA_IN_BETA, ANA, Holding("ana", (shares(5, beneficial=True),)))

    network = network_of(answers)

    assert held(relationships(network)["alfa-r-ana"]) == [
        (InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, True),
        (InterestType.SHAREHOLDING, DirectOrIndirect.INDIRECT, True),
    ]
    assert answers_of(network) == answers


def test_a_chain_of_which_nothing_is_known_has_no_components() -> None:
    answers = about_alfa(ANA)

    network = network_of(answers)

    (primary,) = relationships(network).values()
    assert primary.component_records == ()
    assert answers_of(network) == answers


def test_a_ring_is_part_of_the_chain_that_runs_through_it() -> None:
    answers = about_alfa(
        BETA_IN_ALFA,
        ANA_IN_BETA,
        ANA,
        Holding("gamma", (shares(10),), held="beta"),
        Holding("beta", (shares(10),), held="gamma"),
        Holding("alfa", (shares(5),), held="beta"),
    )

    network = network_of(answers)

    components = relationships(network)["alfa-r-ana"].component_records
    assert set(components) == {key for key, record in network.records.items() if record.is_component}
    assert {"alfa-r-beta-gamma", "alfa-r-gamma-beta", "alfa-r-subject-beta"} < set(components)


def test_links_that_nobody_owns_through_stand_by_themselves() -> None:
    network = network_of(about_alfa(BETA_IN_ALFA, ANA_IN_BETA))

    assert not any(record.is_component for record in network.records.values())


def test_a_chain_may_be_of_any_depth() -> None:
    depth = 200
    bodies = {f"e{number}": company(f"Company {number} Ltd") for number in range(depth)}
    steps = [Holding("e0", (shares(100),))]
    steps += [Holding(f"e{number + 1}", (shares(100),), held=f"e{number}") for number in range(depth - 1)]
    answers = about_alfa(*steps, Holding("ana", (shares(100),), held=f"e{depth - 1}"), ANA, **bodies)

    network = network_of(answers)

    assert len(relationships(network)["alfa-r-ana"].component_records) == 2 * depth + 1
    assert answers_of(network) == answers


def test_who_leads_nowhere_has_no_way_to_the_subject() -> None:
    ways = chains("alfa", [Link("beta", "alfa", ()), Link("alfa", "gamma", ()), Link("ana", "delta", ())])

    assert (ways.leads("beta"), ways.leads("gamma"), ways.leads("ana")) == (True, False, False)
    assert ways.components("ana") == ()
    assert ways.between("beta") == ()
