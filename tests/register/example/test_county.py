"""The invented county: the same for one seed, of every shape, valid OCDS."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from referencing import Registry
from referencing.jsonschema import DRAFT4

from register.example import shapes
from register.example.county import county

DAY = date(2026, 3, 9)


def test_the_same_seed_and_day_make_the_same_county() -> None:
    assert county(DAY) == county(DAY)
    assert county(DAY, seed=1) != county(DAY)


def test_the_county_has_44_suppliers_and_36_tenders_with_two_to_seven_bidders() -> None:
    made = county(DAY)

    assert len(made.suppliers) == 44
    assert len(made.tenders) == 36
    assert {len(tender.bidders) for tender in made.tenders} == {2, 3, 4, 5, 6, 7}
    assert sum(len(supplier.declarations) > 1 for supplier in made.suppliers) >= 5


def test_every_shape_of_declaration_is_there() -> None:
    made = county(DAY)

    entities = {
        body.kind
        for supplier in made.suppliers
        for _, draft in supplier.declarations
        for body in draft.entities
    }
    reasons = {draft.no_owner.reason for s in made.suppliers for _, draft in s.declarations if draft.no_owner}

    assert len(shapes.ALL) == 13
    assert {kind.value for kind in entities} == {
        "company",
        "listed",
        "government",
        "trust",
        "nominee_agreement",
    }
    assert len(reasons) == 2


def test_two_suppliers_have_not_declared_and_one_of_them_bids_in_an_open_tender() -> None:
    made = county(DAY)

    silent = [supplier for supplier in made.suppliers if not supplier.declarations]

    assert len(silent) == 2
    assert made.planted.by_part["visitor"] in made.tenders[0].bidders
    assert made.tenders[0].closes > DAY


def test_no_two_people_have_one_document() -> None:
    made = county(DAY)
    holders: dict[str, set[str]] = {}
    for supplier in made.suppliers:
        for _, draft in supplier.declarations:
            names = {person.key: person.full_name for person in draft.people}
            for key, private in draft.particulars.items():
                holders.setdefault(private.document_number, set()).add(names[key])

    assert all(len(names) == 1 for names in holders.values())


def test_the_releases_have_what_the_standard_requires() -> None:
    for release in county(DAY).releases["releases"]:
        assert {"ocid", "id", "date", "tag", "initiationType"} <= release.keys()
        named = {party["id"] for party in release["parties"]}
        bidders = {
            who["id"] for bid in release.get("bids", {}).get("details", ()) for who in bid["tenderers"]
        }
        winners = {who["id"] for award in release.get("awards", ()) for who in award["suppliers"]}
        assert bidders | winners | {release["buyer"]["id"]} <= named


@pytest.mark.parametrize("seed", [2026, 7])
def test_the_releases_are_valid_by_the_official_schema(seed: int, shared: Path) -> None:
    package, release = (
        json.loads((shared / "ocds" / "schema_1_1_5" / name).read_text())
        for name in ("release-package-schema.json", "release-schema.json")
    )
    registry = Registry().with_resources([(release["id"], DRAFT4.create_resource(release))])

    faults = list(Draft4Validator(package, registry=registry).iter_errors(county(DAY, seed).releases))

    assert faults == []
