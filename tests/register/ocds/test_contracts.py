"""What was signed and paid: contracts, parts in them, groups they are reserved for, and how parties are reached."""

from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from register.ocds.facts import ProcessFacts
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from tests.factories.releases import party, read, told, written

NAIROBI = ZoneInfo("Africa/Nairobi")
ALFA, BETA = party("Alfa", "PVT-1"), party("Beta", "PVT-2")


def facts(*values: dict[str, Any]) -> ProcessFacts:
    return process_facts(merged(read(written(*values))[0])[0], NAIROBI, ("KE-RCO",))


def places(value: dict[str, Any]) -> list[str]:
    return [fault.place for fault in read(written(value))[1]]


def shillings(amount: int) -> dict[str, Any]:
    return {"amount": amount, "currency": "KES"}


def signed(**contract: Any) -> dict[str, Any]:
    return told(parties=[ALFA, BETA], contracts=[{"id": "c1", "awardID": "a1", **contract}])


def paid(*payments: dict[str, Any]) -> dict[str, Any]:
    return {"transactions": [{"id": str(place), **each} for place, each in enumerate(payments)]}


def test_a_contract_is_told_with_its_days_and_value() -> None:
    (contract,) = facts(
        signed(
            status="active",
            dateSigned="2026-04-20",
            period={"endDate": "2026-12-31"},
            value=shillings(480_000),
            amendments=[{"id": "1"}, {"id": "2"}],
        )
    ).contracts

    assert (contract.contract_id, contract.award_id, contract.status) == ("c1", "a1", "active")
    assert (contract.signed_on, contract.ends_on) == (date(2026, 4, 20), date(2026, 12, 31))
    assert (contract.value, contract.currency, contract.amended) == (Decimal(480_000), "KES", 2)


def test_payments_in_the_contracts_currency_are_added_up_and_no_others() -> None:
    dollars = {"value": {"amount": 7, "currency": "USD"}}
    payments = paid({"value": shillings(100)}, {"value": shillings(250)}, dollars)

    (contract,) = facts(signed(value=shillings(480), implementation=payments)).contracts

    assert contract.paid == Decimal(350)


def test_milestones_of_the_contract_and_of_its_implementation_are_counted() -> None:
    own = [{"id": "1", "status": "met"}]
    later = {"milestones": [{"id": "2", "status": "notMet"}, {"id": "3", "status": "met"}]}

    (contract,) = facts(signed(milestones=own, implementation=later)).contracts

    assert (contract.milestones, contract.met) == (3, 2)


def test_whoever_is_paid_has_a_part_in_the_contract() -> None:
    (part,) = facts(signed(implementation=paid({"payee": {"id": "Beta"}}, {"payee": {"id": "Beta"}}))).parts[
        :1
    ]

    assert (part.contract_id, part.part, part.name, part.number) == ("c1", "payee", "Beta", "PVT-2")
    assert part.pointer == "/contracts/0/implementation/transactions/0/payee"


def test_a_subcontractor_is_known_by_its_role() -> None:
    hired = {**BETA, "roles": ["subcontractor"]}

    (part,) = facts(told(parties=[ALFA, hired])).parts

    assert (part.contract_id, part.part, part.number) == ("", "subcontractor", "PVT-2")


@pytest.mark.parametrize(
    ("written_as", "codes"),
    [
        ("Women", "women"),
        ("PWD", "disability"),
        (["Youth", "Women"], "women youth"),
        ("Citizen Contractor", "citizen"),
        ("Margin of Preference for Local Contractor", "local"),
        ("General", ""),
    ],
)
def test_a_target_group_is_read_however_the_portal_writes_it(written_as: Any, codes: str) -> None:
    story = facts(
        told(tender={"targetGroup": written_as}, contracts=[{"id": "c1", "targetGroup": written_as}])
    )

    assert (story.reserved_for, story.contracts[0].reserved_for) == (codes, codes)


def test_a_target_group_that_nobody_knows_is_told() -> None:
    assert places(told(tender={"targetGroup": "Veterans"})) == ["/tender/targetGroup"]


def test_items_are_classed_by_their_first_level() -> None:
    items = [
        {"id": "1", "classification": {"scheme": "CPV", "id": "45214200"}},
        {"id": "2", "classification": {"scheme": "CPV", "id": "45000000"}},
        {"id": "3", "classification": {"scheme": "UNSPSC", "id": "72121100"}},
        {"id": "4"},
    ]

    assert facts(told(tender={"items": items})).classes == "CPV-45 UNSPSC-72"


def test_the_buyer_is_the_department_where_the_county_conducts_the_tender() -> None:
    county, roads = party("County", "1"), party("Roads", "2")
    story = told(
        parties=[county, roads],
        buyer={"id": "Roads", "name": "Roads"},
        tender={
            "procuringEntity": {"id": "County", "name": "County"},
            "locations": [{"id": "301", "description": "Ilima", "type": "ward"}],
        },
    )

    told_of = facts(story)

    assert (told_of.buyer, told_of.department, told_of.ward) == ("Roads", "Roads", "Ilima")


def test_suppliers_are_reached_as_the_release_says_and_buyers_are_not_asked() -> None:
    reach = {
        "contactPoint": {"telephone": "0712 345678", "email": "alfa@example.org"},
        "address": {"streetAddress": "P.O. Box 12", "postalCode": "90300", "locality": "Wote"},
    }
    story = told(parties=[{**ALFA, **reach, "roles": ["tenderer"]}, {**BETA, **reach, "roles": ["buyer"]}])

    (alfa,) = facts(story).reaches

    assert (alfa.party_id, alfa.phone, alfa.email) == ("Alfa", "0712 345678", "alfa@example.org")
    assert alfa.address == "P.O. Box 12, Wote, 90300"
