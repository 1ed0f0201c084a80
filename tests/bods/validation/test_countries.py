"""The codes of countries and of their parts."""

import pytest

from bods.validation.countries import country_codes, jurisdiction_codes


@pytest.mark.parametrize(
    "code", ["KE", "ke", "GB", "AA", "QM", "QZ", "XA", "XK", "XZ", "ZZ", "EU", "UN", "SU", "YU"]
)
def test_countries_unions_withdrawn_codes_and_those_left_to_users_are_known(code: str) -> None:
    assert code in country_codes() & jurisdiction_codes()


@pytest.mark.parametrize("code", ["UK", "AB", "QL", "ZX", "Ke", "KEN", "KE-17", "", "404"])
def test_reserved_invented_and_longer_codes_are_no_countries(code: str) -> None:
    assert code not in country_codes()


@pytest.mark.parametrize("code", ["KE-17", "ke-17", "US-DE", "GB-ENG"])
def test_parts_of_countries_are_jurisdictions(code: str) -> None:
    assert code in jurisdiction_codes()


@pytest.mark.parametrize("code", ["KE-99", "KE-", "DE-US", "KE17"])
def test_parts_that_no_country_has_are_no_jurisdictions(code: str) -> None:
    assert code not in jurisdiction_codes()
