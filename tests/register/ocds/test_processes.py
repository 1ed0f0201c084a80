"""The facts of a process: tender, bidders, winners."""

from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from register.ocds.facts import ProcessFacts
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from tests.factories.releases import ROOF, example, party, read, told, written

NAIROBI = ZoneInfo("Africa/Nairobi")
ALFA, BETA = party("Alfa", "PVT-1"), party("Beta", "PVT-2")


def facts(*values: dict[str, Any], schemes: tuple[str, ...] = ()) -> ProcessFacts:
    return process_facts(merged(read(written(*values))[0])[0], NAIROBI, schemes)


def places(value: dict[str, Any]) -> list[str]:
    return [fault.place for fault in read(written(value))[1]]


def period(start: str, end: str) -> dict[str, Any]:
    return told(tender={"tenderPeriod": {"startDate": start, "endDate": end}})


def awarded(**award: Any) -> dict[str, Any]:
    return told(parties=[ALFA, BETA], awards=[{"id": "a1", "suppliers": [{"id": "Alfa"}], **award}])


def test_the_school_roof_is_read_whole() -> None:
    story = process_facts(merged(read(example("school_roof.json"))[0])[0], NAIROBI)

    assert (story.tender_id, story.method, story.status) == ("EX/ROOF/2026", "open", "complete")
    assert (story.opens, story.closes, story.awarded_on) == (
        date(2026, 2, 2),
        date(2026, 3, 2),
        date(2026, 3, 13),
    )
    assert [(bid.number, bid.value, bid.currency) for bid in story.bids] == [
        ("PVT-ALFA01", Decimal("2410000.5"), "KES"),
        ("PVT-BETA02", Decimal(2418000), "KES"),
    ]
    assert [(award.name, award.in_force) for award in story.awards] == [("Alfa Roofing Ltd", True)]


def test_makuenis_portal_repeats_the_scheme_in_the_number_and_points_its_contracts_elsewhere() -> None:
    found, faults = read(example("portal_export.json"))
    story = process_facts(merged(found)[0], NAIROBI)

    assert faults == []
    assert [(bid.scheme, bid.number, bid.status) for bid in story.bids] == [
        ("X-KE-OCMAKUENI", "146101", "valid"),
        ("X-KE-OCMAKUENI", "146102", "disqualified"),
    ]
    assert [(award.award_id, award.name) for award in story.awards] == [("7001", "Kilima Wells Ltd")]


@pytest.mark.parametrize(
    ("status", "opens", "meant"), [("planned", "2026-02-01", "active"), ("active", "2026-04-01", "planned")]
)
def test_makuenis_portal_confuses_planned_and_active_and_others_are_believed(
    status: str, opens: str, meant: str
) -> None:
    tender = {"status": status, "tenderPeriod": {"startDate": opens}}

    assert facts(told("ocds-muq5cl-1", tender=tender)).status == meant
    assert facts(told(ROOF, tender=tender)).status == status


def test_the_number_the_jurisdiction_knows_companies_by_is_preferred() -> None:
    alfa = {
        **party("Alfa", "77", scheme="X-PORTAL"),
        "additionalIdentifiers": [{"scheme": "ke-rco", "id": "pvt-1 "}],
    }
    release = told(parties=[alfa], tender={"tenderers": [{"id": "Alfa"}]})

    assert [(bid.scheme, bid.number) for bid in facts(release).bids] == [("X-PORTAL", "77")]
    assert [(bid.scheme, bid.number) for bid in facts(release, schemes=("KE-RCO",)).bids] == [
        ("KE-RCO", "PVT-1")
    ]


def test_a_number_without_a_scheme_identifies_nobody() -> None:
    alfa = {"id": "Alfa", "name": "Alfa", "identifier": {"id": "PVT-1"}}
    release = told(parties=[alfa], tender={"tenderers": [{"id": "Alfa"}]})

    assert [(bid.name, bid.scheme, bid.number) for bid in facts(release).bids] == [("Alfa", "", "")]
    assert places(release) == ["/parties/0/identifier"]


def test_tenderers_whose_bid_is_not_told_stand_after_those_whose_is() -> None:
    bid = {
        "id": "b1",
        "status": "valid",
        "value": {"amount": 5, "currency": "KES"},
        "tenderers": [{"id": "Beta"}],
    }
    release = told(
        parties=[ALFA, BETA], tender={"tenderers": [{"id": "Alfa"}, {"id": "Beta"}]}, bids={"details": [bid]}
    )

    assert [(each.name, each.value, each.status) for each in facts(release).bids] == [
        ("Beta", Decimal(5), "valid"),
        ("Alfa", None, ""),
    ]


def test_the_members_of_a_joint_bid_share_its_position_and_value() -> None:
    bid = {
        "id": "b1",
        "value": {"amount": 5, "currency": "KES"},
        "tenderers": [{"id": "Alfa"}, {"id": "Beta"}],
    }

    bids = facts(told(parties=[ALFA, BETA], bids={"details": [bid]})).bids

    assert [(each.name, each.position, each.value) for each in bids] == [("Alfa", 0, 5), ("Beta", 0, 5)]


def test_two_bids_of_one_bidder_at_one_price_are_two_and_one_told_again_without_id_is_one() -> None:
    bid = {"status": "valid", "value": {"amount": 5, "currency": "KES"}, "tenderers": [{"id": "Alfa"}]}
    twice = told(parties=[ALFA], bids={"details": [{"id": "b1", **bid}, {"id": "b2", **bid}]})
    again = [
        told(parties=[ALFA], bids={"details": [bid]}, at=f"2026-03-0{day}T00:00:00Z", language=f"{day}")
        for day in (1, 2)
    ]

    assert len(facts(twice).bids) == 2
    assert len(facts(*again).bids) == 1


def test_a_bid_that_does_not_say_whose_it_is_is_told() -> None:
    release = told(bids={"details": [{"id": "b1", "status": "valid"}]})

    assert facts(release).bids == ()
    assert places(release) == ["/bids/details/0"]


def test_only_awards_in_force_say_when_a_process_was_awarded() -> None:
    cancelled = awarded(status="cancelled", date="2026-03-01")
    active = awarded(status="active", date="2026-03-04")

    assert facts(cancelled).awarded_on is None
    assert facts(active).awarded_on == date(2026, 3, 4)


def test_an_award_without_status_is_in_force_once_its_contract_is_signed() -> None:
    contract = {"id": "c1", "awardID": "a1", "status": "active"}

    assert [each.status for each in facts(awarded()).awards] == [""]
    assert [each.status for each in facts(awarded() | {"contracts": [contract]}).awards] == ["active"]


def test_a_contract_with_somebody_of_whom_no_award_speaks_stands_for_its_award() -> None:
    contract = {"id": "c1", "status": "active", "dateSigned": "2026-03-05", "contractor": {"id": "Beta"}}

    awards = facts(awarded(status="active") | {"contracts": [contract]}).awards

    assert [(each.award_id, each.name, each.awarded_on) for each in awards] == [
        ("a1", "Alfa", None),
        ("c1", "Beta", date(2026, 3, 5)),
    ]


def test_a_contract_that_leads_to_nobody_is_told() -> None:
    assert places(told(contracts=[{"id": "c1", "awardID": "gone", "status": "active"}])) == ["/contracts/0"]


def test_an_active_award_without_supplier_is_told_and_a_cancelled_one_is_not() -> None:
    assert places(told(awards=[{"id": "a1", "status": "active"}])) == ["/awards/0"]
    assert places(told(awards=[{"id": "a1", "status": "unsuccessful"}])) == []


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-02T11:00:00+03:00", date(2026, 3, 2)),
        ("2026-03-01T21:00:00Z", date(2026, 3, 2)),
        ("2026-03-01T23:59:59Z", date(2026, 3, 1)),
        ("2026-03-01T23:59:59.999Z", date(2026, 3, 1)),
        ("2026-03-01T00:00:00Z", date(2026, 3, 1)),
        ("2026-03-01", date(2026, 3, 1)),
        ("2026-03-01T10:00:00", date(2026, 3, 1)),
    ],
)
def test_days_are_those_of_the_jurisdiction(moment: str, day: date) -> None:
    assert facts(period(moment, "2026-04-01")).opens == day


@pytest.mark.parametrize(
    "nonsense", ["2026-13-45", "0022-03-01", "9999-12-31T23:30:00-12:00", "soon", "2026", "-1"]
)
def test_a_day_that_cannot_be_is_told_and_left_out(nonsense: str) -> None:
    release = period(nonsense, "2026-03-01")

    assert facts(release).opens is None
    assert facts(release).closes == date(2026, 3, 1)
    assert places(release) == ["/tender/tenderPeriod/startDate"]


def test_a_tender_that_closes_before_it_opens_is_told() -> None:
    assert places(period("2026-03-05", "2026-03-01")) == ["/tender/tenderPeriod"]


@pytest.mark.parametrize(
    ("value", "read_as", "place"),
    [
        ({"amount": "480000.50", "currency": "KES"}, (Decimal("480000.5"), "KES"), "/awards/0/value/amount"),
        ({"amount": "1,250,000", "currency": "KES"}, (None, None), "/awards/0/value/amount"),
        ({"amount": -5, "currency": "KES"}, (None, None), "/awards/0/value/amount"),
        ({"amount": 1e30, "currency": "KES"}, (None, None), "/awards/0/value/amount"),
        ({"amount": 0.1234567, "currency": "KES"}, (None, None), "/awards/0/value/amount"),
        ({"amount": 5}, (Decimal(5), None), "/awards/0/value/currency"),
        ({"amount": 5, "currency": "shillings"}, (Decimal(5), None), "/awards/0/value/currency"),
        ({"amount": True, "currency": "KES"}, (None, None), "/awards/0/value/amount"),
    ],
)
def test_money_that_cannot_be_meant_is_told(value: Any, read_as: Any, place: str) -> None:
    release = awarded(value=value)

    (award,) = facts(release).awards

    assert (award.value, award.currency) == read_as
    assert places(release) == [place]


def test_overlong_texts_are_cut_in_what_is_shown_and_told() -> None:
    release = told(tender={"id": "T" * 300, "title": "R" * 3000})

    assert (len(facts(release).tender_id), len(facts(release).title)) == (200, 2000)
    assert places(release) == ["/tender/title", "/tender/id"]


def test_a_party_known_by_name_alone_keeps_its_name() -> None:
    release = told(awards=[{"id": "a1", "status": "active", "suppliers": [{"name": " Beta\n Ltd "}]}])

    assert [(each.name, each.number) for each in facts(release).awards] == [("Beta Ltd", "")]


def test_a_process_of_nothing_but_an_ocid_has_no_facts() -> None:
    assert facts({"ocid": ROOF}) == ProcessFacts(ROOF, "", "", "", "", "", None, None, None, (), ())
