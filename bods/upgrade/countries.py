"""Countries and jurisdictions by name, where an old file gives the code alone. Source: ISO 3166-1 and 3166-2."""

from functools import lru_cache

import pycountry

_KEPT = 8192


@lru_cache(maxsize=_KEPT)
def country_name(code: str) -> str | None:
    """Give the everyday English name of a country by its code of two letters, None when no country has it."""
    country = pycountry.countries.get(alpha_2=code) or pycountry.historic_countries.get(alpha_2=code)
    if country is None:
        return None
    return str(getattr(country, "common_name", country.name))


@lru_cache(maxsize=_KEPT)
def jurisdiction_name(code: str) -> str | None:
    """Give the name of a country, or of a part of one by its code of ISO 3166-2, such as Delaware for US-DE."""
    if "-" not in code:
        return country_name(code)
    part = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]  # the package leaves it out
    return None if part is None else str(part.name)
