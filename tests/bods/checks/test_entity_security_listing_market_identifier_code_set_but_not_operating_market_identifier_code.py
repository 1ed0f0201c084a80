"""A listing that names its market by code names the exchange too."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity

CODE = "entity_security_listing_market_identifier_code_set_but_not_operating_market_identifier_code"
LISTINGS = "/recordDetails/publicListing/securitiesListings"


def listed(*codes: Json) -> Json:
    """Give a company with one listing for each of these sets of codes."""
    security = {
        "stockExchangeJurisdiction": "KE",
        "stockExchangeName": "Nairobi",
        "security": {"ticker": "ALFA"},
    }
    return entity(
        publicListing={"hasPublicListing": True, "securitiesListings": [security | each for each in codes]}
    )


def test_a_market_without_its_exchange_is_told_at_its_place() -> None:
    both = {"marketIdentifierCode": "XNAI", "operatingMarketIdentifierCode": "XNAI"}

    found = places(CODE, listed(both, {"marketIdentifierCode": "XNAI"}, {"marketIdentifierCode": "XLON"}))

    assert found == [f"{LISTINGS}/1/marketIdentifierCode", f"{LISTINGS}/2/marketIdentifierCode"]


def test_an_empty_code_is_no_code() -> None:
    empty = {"marketIdentifierCode": "XNAI", "operatingMarketIdentifierCode": ""}

    assert places(CODE, listed(empty)) == [f"{LISTINGS}/0/marketIdentifierCode"]


def test_an_exchange_without_its_market_is_told_by_another_check() -> None:
    assert places(CODE, listed({"operatingMarketIdentifierCode": "XNAI"})) == []


def test_a_listing_without_codes_or_a_company_without_listings_is_good() -> None:
    assert places(CODE, listed({}), entity(publicListing={"hasPublicListing": True}), entity()) == []
