"""What is kept of a process, in the words of the picture."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from register.graph.dossier import ContactKind
from register.ocds.facts import (
    AwardFacts,
    AwardStatus,
    BidFacts,
    ContractFacts,
    Part,
    PartFacts,
    ProcessFacts,
    ReachFacts,
)
from register.store.told_process import process_of

ALFA = BidFacts(0, "alfa", "Alfa Ltd", "KE-RCO", "ALFA", Decimal(100), "KES", "valid", None)
BETA = replace(ALFA, party_id="beta", name="Beta Ltd", number="BETA")
WON = AwardFacts(
    "a1", "Roof", "Alfa Ltd", "KE-RCO", "ALFA", Decimal(100), "KES", AwardStatus.ACTIVE, date(2026, 3, 2)
)
SIGNED = ContractFacts(
    "c1", "a1", "Roof", "active", date(2026, 4, 1), None, Decimal(100), "KES", "women", None, 0, 0, 0
)
ROOF = ProcessFacts(
    "ocds-1", "Roof", "T1", "Works", "open", "complete", None, None, date(2026, 3, 2), (ALFA, BETA), (WON,)
)


def test_members_of_one_bid_bid_together() -> None:
    assert process_of(ROOF).together == (("alfa", "beta"),)
    assert process_of(replace(ROOF, bids=(ALFA, replace(BETA, position=1)))).together == ()


def test_an_award_in_force_is_told_of_its_supplier() -> None:
    (award,) = process_of(ROOF).awards

    assert (award.id, award.supplier, award.value, award.on) == ("a1", "alfa", Decimal(100), date(2026, 3, 2))


def test_a_cancelled_award_is_none() -> None:
    cancelled = replace(ROOF, awards=(replace(WON, status=AwardStatus.CANCELLED),))

    assert process_of(cancelled).awards == ()


def test_who_is_paid_stands_with_the_contract_and_a_subcontractor_of_none_alone() -> None:
    payee = PartFacts("c1", Part.PAYEE, "gama", "Gama Ltd", "KE-RCO", "GAMA", "/contracts/0")
    hired = PartFacts("", Part.SUBCONTRACTOR, "delta", "Delta Ltd", "", "", "/parties/3")

    first, second = process_of(replace(ROOF, contracts=(SIGNED,), parts=(payee, hired))).contracts

    assert (first.id, [each.name for each in first.paid], first.reserved_for) == (
        "c1",
        ["Gama Ltd"],
        frozenset({"women"}),
    )
    assert (second.id, [each.part for each in second.paid]) == ("", ["subcontractor"])


def test_a_bidder_is_reached_as_the_release_says() -> None:
    reached = replace(ROOF, reaches=(ReachFacts("beta", "0712 345 678", "", "P.O. Box 12-90300 Wote"),))

    alfa, beta = process_of(reached).bids

    assert alfa.contacts == ()
    assert [(each.kind, each.source) for each in beta.contacts] == [
        (ContactKind.PHONE, "party beta"),
        (ContactKind.POST_BOX, "party beta"),
    ]


def test_who_bids_together_and_alone_as_well_has_two_bids() -> None:
    alone = replace(BETA, position=1, value=Decimal(120))

    told = process_of(replace(ROOF, bids=(ALFA, BETA, alone)))

    assert [(each.party, each.pointer) for each in told.bids] == [
        ("alfa", "/bids/details/0"),
        ("beta", "/bids/details/0"),
        ("beta", "/bids/details/1"),
    ]
    assert told.together == (("alfa", "beta"),)
