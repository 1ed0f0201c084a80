"""A listing that names an exchange by code names the market on it too."""

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity

CODE = "entity_security_listing_operating_market_identifier_code_set_but_not_market_identifier_code"
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


def test_an_exchange_without_its_market_is_told_at_its_place() -> None:
    both = {"marketIdentifierCode": "XNAI", "operatingMarketIdentifierCode": "XNAI"}

    found = places(
        CODE,
        listed(both, {"operatingMarketIdentifierCode": "XNAI"}, {"operatingMarketIdentifierCode": "XLON"}),
    )

    assert found == [
        f"{LISTINGS}/1/operatingMarketIdentifierCode",
        f"{LISTINGS}/2/operatingMarketIdentifierCode",
    ]


def test_an_empty_code_is_no_code() -> None:
    empty = {"operatingMarketIdentifierCode": "XNAI", "marketIdentifierCode": ""}

    assert places(CODE, listed(empty)) == [f"{LISTINGS}/0/operatingMarketIdentifierCode"]


def test_a_market_without_its_exchange_is_told_by_another_check() -> None:
    assert places(CODE, listed({"marketIdentifierCode": "XNAI"})) == []


def test_a_listing_without_codes_or_a_company_without_listings_is_good() -> None:
    assert places(CODE, listed({}), entity(publicListing={"hasPublicListing": True}), entity()) == []
