"""The code of a country or jurisdiction is one of ISO 3166, in capitals or in small letters.

Why: who looks for a country by its code does not find one that is written otherwise.
Source: BODS 0.4, `Country` and `Jurisdiction`; the official checker counts the letters alone. Codes withdrawn from the
list are good (of a country of birth that is no more), those left to users (XK), and EU, EZ and UN.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity
from bods.validation.countries import country_codes, jurisdiction_codes

_Json = Mapping[str, Any]
_NO_COUNTRY = "ISO 3166-1 has no country of this code."
_NO_JURISDICTION = "ISO 3166 has no country, and no part of one, of this code."


def _in_countries(countries: Sequence[_Json], at: str) -> Found:
    known, found = country_codes(), []
    for place, country in enumerate(countries):
        code = country.get("code")
        if code not in known and code is not None:
            found.append(Problem(f"{at}/{place}/code", _NO_COUNTRY))
    return found


def _in_addresses(addresses: Sequence[_Json], at: str) -> Found:
    known, found = country_codes(), []
    for place, address in enumerate(addresses):
        country = address.get("country")
        if country and (code := country.get("code")) not in known and code is not None:
            found.append(Problem(f"{at}/{place}/country/code", _NO_COUNTRY))
    return found


def _in_birthplace(birthplace: _Json, at: str) -> Found:
    code = birthplace.get("country", {}).get("code")
    if code is None or code in country_codes():
        return NOTHING
    return [Problem(f"{at}/country/code", _NO_COUNTRY)]


def _in_jurisdiction(jurisdiction: _Json, at: str) -> Found:
    code = jurisdiction.get("code")
    if code is None or code in country_codes() or code in jurisdiction_codes():
        return NOTHING
    return [Problem(f"{at}/code", _NO_JURISDICTION)]


def _in_exposure(exposure: _Json, at: str) -> Found:
    return [
        problem
        for place, detail in enumerate(exposure.get("details", ()))
        for problem in _in_jurisdiction(detail.get("jurisdiction", {}), f"{at}/details/{place}/jurisdiction")
    ]


def _in_listing(listing: _Json, at: str) -> Found:
    return [
        Problem(f"{at}/securitiesListings/{place}/stockExchangeJurisdiction", _NO_JURISDICTION)
        for place, security in enumerate(listing.get("securitiesListings", ()))
        if (code := security.get("stockExchangeJurisdiction")) is not None
        and code not in jurisdiction_codes()
    ]


_LOOKS: Mapping[str, Callable[[Any, str], Found]] = {
    "/recordDetails/nationalities": _in_countries,
    "/recordDetails/taxResidencies": _in_countries,
    "/recordDetails/addresses": _in_addresses,
    "/recordDetails/placeOfBirth": _in_birthplace,
    "/recordDetails/politicalExposure": _in_exposure,
    "/recordDetails/jurisdiction": _in_jurisdiction,
    "/recordDetails/publicListing": _in_listing,
}


def find(value: Any, at: str, _: About) -> Found:  # noqa: ANN401  # each field has its own shape
    return _LOOKS[at](value, at)


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Write a code of ISO 3166 such as KE, or for a part of a country KE-17; without one, leave the code out.",
    asks=(
        Ask("person", ("nationalities", "taxResidencies", "addresses", "placeOfBirth", "politicalExposure")),
        Ask("entity", ("jurisdiction", "addresses", "publicListing")),
    ),
    find=find,
)
