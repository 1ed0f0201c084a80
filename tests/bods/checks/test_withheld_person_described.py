"""A record that withholds who a person is tells nothing by which the person could be known."""

from typing import Any

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, person, told

CODE = "withheld_person_described"
KENYA = {"name": "Kenya", "code": "KE"}


def withheld(**details: Any) -> Json:
    """Give an anonymous person with these details."""
    reason = {"reason": "interestedPartyExemptFromDisclosure"}
    return person(
        **{"personType": "anonymousPerson", "unspecifiedPersonDetails": reason, "names": []} | details
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("names", [{"fullName": "Ana Example"}]),
        ("identifiers", [{"schemeName": "Example register", "id": "p-1"}]),
        ("birthDate", "1980"),
        ("deathDate", "2020"),
        ("placeOfBirth", {"country": KENYA}),
        ("taxResidencies", [KENYA]),
    ],
)
def test_a_withheld_person_who_is_described_is_told(field: str, value: object) -> None:
    assert places(CODE, withheld(**{field: value})) == [f"/recordDetails/{field}"]


def test_an_address_of_a_withheld_person_is_told_beyond_its_country() -> None:
    addresses = [
        {"country": KENYA},
        {"address": "Invented Road 3, Wote", "postCode": "00000", "country": KENYA},
    ]

    assert places(CODE, withheld(addresses=addresses)) == [
        "/recordDetails/addresses/1/address",
        "/recordDetails/addresses/1/postCode",
    ]


def test_an_office_of_a_withheld_person_is_told() -> None:
    exposure = {"status": "isPep", "details": [{"reason": "Member of an assembly"}]}

    assert places(CODE, withheld(politicalExposure=exposure)) == ["/recordDetails/politicalExposure/details"]


def test_what_is_told_is_not_repeated() -> None:
    found = told(CODE, withheld(names=[{"fullName": "Ana Example"}], birthDate="1980-05-17"))

    assert [each.pointer for each in found] == ["/recordDetails/names", "/recordDetails/birthDate"]
    assert not any("Ana" in each.sentence + each.remedy or "1980" in each.sentence for each in found)


def test_nationalities_the_country_of_an_address_and_the_status_of_exposure_are_good() -> None:
    quiet = withheld(
        nationalities=[KENYA], addresses=[{"country": KENYA}], politicalExposure={"status": "isNotPep"}
    )

    assert places(CODE, quiet, withheld()) == []


@pytest.mark.parametrize("kind", ["knownPerson", "unknownPerson"])
def test_a_person_who_is_not_withheld_may_be_described(kind: str) -> None:
    assert places(CODE, person(personType=kind, birthDate="1980")) == []
