"""The code of a country or jurisdiction is one of ISO 3166."""

from typing import Any

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity, person

CODE = "unknown_iso_code"


def place(code: str | None) -> Json:
    """Give a country or jurisdiction of this code."""
    return {"name": "Somewhere"} if code is None else {"name": "Somewhere", "code": code}


def security(code: str) -> Json:
    """Give a security that is listed in the jurisdiction of this code."""
    return {
        "stockExchangeJurisdiction": code,
        "stockExchangeName": "Exchange",
        "security": {"ticker": "ALFA"},
    }


@pytest.mark.parametrize(
    ("details", "pointer"),
    [
        ({"nationalities": [place("KE"), place("QQ"), place("YY")]}, "nationalities/2/code"),
        ({"taxResidencies": [place("UK")]}, "taxResidencies/0/code"),
        ({"addresses": [{"country": place("ke")}, {"country": place("Ke")}]}, "addresses/1/country/code"),
        ({"placeOfBirth": {"country": place("AP")}}, "placeOfBirth/country/code"),
        (
            {"politicalExposure": {"status": "isPep", "details": [{}, {"jurisdiction": place("KE-99")}]}},
            "politicalExposure/details/1/jurisdiction/code",
        ),
    ],
)
def test_an_unknown_code_about_a_person_is_told_at_its_place(details: Json, pointer: str) -> None:
    assert places(CODE, person(**details)) == [f"/recordDetails/{pointer}"]


@pytest.mark.parametrize(
    ("details", "pointer"),
    [
        ({"jurisdiction": place("KE-99")}, "jurisdiction/code"),
        ({"jurisdiction": place("EN")}, "jurisdiction/code"),
        ({"addresses": [{"address": "P.O. Box 1"}, {"country": place("JU")}]}, "addresses/1/country/code"),
        (
            {
                "publicListing": {
                    "hasPublicListing": True,
                    "securitiesListings": [security("KE"), security("LN")],
                }
            },
            "publicListing/securitiesListings/1/stockExchangeJurisdiction",
        ),
    ],
)
def test_an_unknown_code_about_an_entity_is_told_at_its_place(details: Json, pointer: str) -> None:
    assert places(CODE, entity(**details)) == [f"/recordDetails/{pointer}"]


@pytest.mark.parametrize("code", ["KE", "ke", "XK", "EU", "SU", None])
def test_a_country_of_the_list_a_code_left_to_users_or_none_is_good(code: str | None) -> None:
    details: dict[str, Any] = {
        "nationalities": [place(code)],
        "taxResidencies": [place(code)],
        "addresses": [{"country": place(code)}, {"address": "P.O. Box 1"}],
        "placeOfBirth": {"country": place(code)},
        "politicalExposure": {"status": "isPep", "details": [{"jurisdiction": place(code)}, {}]},
    }

    assert places(CODE, person(**details), person(placeOfBirth={"address": "Wote"})) == []


@pytest.mark.parametrize("code", ["KE", "KE-17", "us-de", "GB-ENG", "AE-DU"])
def test_a_part_of_a_country_is_a_jurisdiction(code: str) -> None:
    listing = {"hasPublicListing": True, "securitiesListings": [security(code)]}

    assert places(CODE, entity(jurisdiction=place(code), publicListing=listing)) == []


def test_a_part_of_a_country_is_no_country() -> None:
    assert places(CODE, person(nationalities=[place("KE-17")])) == ["/recordDetails/nationalities/0/code"]
