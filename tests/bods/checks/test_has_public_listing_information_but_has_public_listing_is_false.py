"""A company with listed securities or filings says that it is listed."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import entity

CODE = "has_public_listing_information_but_has_public_listing_is_false"
LISTING = "/recordDetails/publicListing"
SECURITY = {"stockExchangeJurisdiction": "KE", "stockExchangeName": "Nairobi", "security": {"ticker": "ALFA"}}


@pytest.mark.parametrize(
    "told", [{"securitiesListings": [SECURITY]}, {"companyFilingsURLs": ["https://example.org/filings"]}]
)
def test_a_company_that_tells_of_a_listing_and_says_it_has_none_is_told(told: dict[str, object]) -> None:
    assert places(CODE, entity(publicListing={"hasPublicListing": False} | told)) == [LISTING]


def test_a_company_that_tells_of_a_listing_and_does_not_say_whether_it_has_one_is_told() -> None:
    assert places(CODE, entity(publicListing={"securitiesListings": [SECURITY]})) == [LISTING]


def test_a_listed_company_may_tell_of_its_listing() -> None:
    listed = entity(publicListing={"hasPublicListing": True, "securitiesListings": [SECURITY]})

    assert places(CODE, listed) == []


def test_a_company_may_say_that_it_is_not_listed() -> None:
    silent = entity(
        publicListing={"hasPublicListing": False, "securitiesListings": [], "companyFilingsURLs": []}
    )

    assert places(CODE, silent, entity()) == []
