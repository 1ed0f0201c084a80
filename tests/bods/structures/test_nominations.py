"""Nominee agreements: who acts, who stands behind, and what is held."""

from bods.codelists import DirectOrIndirect, InterestType, PersonType, UnspecifiedReason
from bods.records import Person
from bods.shares import Share
from bods.structures import (
    Holding,
    IndirectHolding,
    Nomination,
    Stake,
    completed,
    network_of,
    nominator,
    nominee,
    shares,
    unknown_person,
)
from tests.bods.structures.cast import about_alfa, held, relationships

DEAL = Nomination("deal", (nominee("cleo"), nominator("ana")))


def test_the_nominator_is_the_owner_of_what_the_nominee_holds() -> None:
    network = network_of(about_alfa(DEAL, Holding("deal", (shares(40),))))

    primary = relationships(network)["alfa-r-ana"]
    assert held(primary) == [(InterestType.SHAREHOLDING, DirectOrIndirect.INDIRECT, True)]
    assert primary.interests[0].share == Share.exactly(40)
    assert primary.component_records == ("alfa-e-deal", "alfa-r-deal", "alfa-r-ana-deal")


def test_the_nominee_takes_part_and_owns_nothing() -> None:
    network = network_of(about_alfa(DEAL, Holding("deal", (shares(40),))))

    links = relationships(network)
    assert held(links["alfa-r-cleo-deal"]) == [(InterestType.NOMINEE, DirectOrIndirect.DIRECT, False)]
    assert not links["alfa-r-cleo-deal"].is_component
    assert "alfa-r-cleo" not in links


def test_who_has_a_seat_on_the_board_through_a_nominee_has_influence() -> None:
    seat = Holding("deal", (Stake(InterestType.BOARD_MEMBER),))

    network = network_of(about_alfa(DEAL, seat))

    assert held(relationships(network)["alfa-r-ana"]) == [
        (InterestType.OTHER_INFLUENCE_OR_CONTROL, DirectOrIndirect.INDIRECT, True)
    ]


def test_a_nominator_who_is_not_known_is_an_unknown_person() -> None:
    somebody = unknown_person(UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER)
    deal = Nomination("deal", (nominee("cleo"), nominator("somebody")))

    network = network_of(about_alfa(deal, Holding("deal", (shares(40),)), somebody=somebody))

    behind = network.records["alfa-p-somebody"]
    assert isinstance(behind, Person)
    assert behind.type is PersonType.UNKNOWN_PERSON
    assert relationships(network)["alfa-r-somebody"].component_records


def test_a_nominator_who_need_not_be_told_is_left_out() -> None:
    deal = Nomination("deal", (nominee("cleo"),))

    network = network_of(about_alfa(deal, Holding("deal", (shares(40),))))

    assert set(relationships(network)) == {"alfa-r-deal", "alfa-r-cleo-deal"}
    assert not any(record.is_component for record in network.records.values())


def test_two_nominators_are_not_said_to_hold_the_whole_each() -> None:
    deal = Nomination("deal", (nominee("cleo"), nominator("ana"), nominator("ben")))

    answers = completed(about_alfa(deal, Holding("deal", (shares(40),))))

    influence = (Stake(InterestType.OTHER_INFLUENCE_OR_CONTROL, beneficial=True),)
    assert list(answers.indirect()) == [IndirectHolding("ana", influence), IndirectHolding("ben", influence)]


def test_what_is_held_through_a_company_is_not_the_nominators_by_number() -> None:
    answers = completed(
        about_alfa(DEAL, Holding("deal", (shares(40),), held="beta"), Holding("beta", (shares(50),)))
    )

    assert list(answers.indirect()) == [
        IndirectHolding("ana", (Stake(InterestType.OTHER_INFLUENCE_OR_CONTROL, beneficial=True),))
    ]
