"""Whoever holds directly stands in one relationship with what is held."""

from datetime import date

from bods.codelists import DirectOrIndirect, InterestType
from bods.shares import Share
from bods.structures import Holding, Stake, answers_of, control, network_of, shares, votes
from tests.bods.structures.cast import CAST, about_alfa, held, relationships


def test_an_owner_holds_the_company_directly() -> None:
    answers = about_alfa(Holding("ana", (shares(60, date(2021, 3, 1), beneficial=True), votes("33.3"))))

    network = network_of(answers)

    assert network.records["alfa-p-ana"] == CAST["ana"]
    (link,) = relationships(network).values()
    assert (link.subject, link.interested_party, link.is_component) == ("alfa", "alfa-p-ana", False)
    assert held(link) == [
        (InterestType.SHAREHOLDING, DirectOrIndirect.DIRECT, True),
        (InterestType.VOTING_RIGHTS, DirectOrIndirect.DIRECT, False),
    ]
    assert link.interests[0].share == Share.exactly(60)
    assert link.interests[0].start_date == date(2021, 3, 1)


def test_what_is_not_known_to_be_direct_is_not_said_to_be() -> None:
    unsure = Stake(InterestType.SHAREHOLDING, Share.between(25, 50), known_direct=False)

    network = network_of(about_alfa(Holding("ana", (unsure,))))

    (link,) = relationships(network).values()
    assert held(link) == [(InterestType.SHAREHOLDING, DirectOrIndirect.UNKNOWN, False)]


def test_companies_that_hold_parts_of_each_other_stand_by_themselves_without_an_owner() -> None:
    answers = about_alfa(Holding("beta", (shares(30),)), Holding("alfa", (shares(20),), held="beta"))

    network = network_of(answers)

    assert {record_id: link.is_component for record_id, link in relationships(network).items()} == {
        "alfa-r-beta": False,
        "alfa-r-subject-beta": False,
    }
    assert answers_of(network) == answers


def test_control_is_told_in_words() -> None:
    veto = control("Veto over the budget", type=InterestType.CONTROL_VIA_COMPANY_RULES_OR_ARTICLES)

    network = network_of(about_alfa(Holding("ana", (veto,))))

    (link,) = relationships(network).values()
    assert link.interests[0].details == "Veto over the budget"
    assert link.interests[0].share is None
