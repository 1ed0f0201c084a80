"""The codes of countries and of their parts, made once when first asked for; no network is asked.

Source: ISO 3166-1, 3166-2 and 3166-3, as `pycountry` carries them.
"""

from functools import lru_cache
from string import ascii_uppercase

import pycountry

#: Bodies of several states that have a code reserved in ISO 3166-1 and no other.
_UNIONS = ("EU", "EZ", "UN")


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """Give the codes of two letters that a country may have, in capitals and in small letters.

    Those withdrawn are among them (people were born in countries that are no more), and those left for users to give,
    such as XK for Kosovo.
    """
    codes = {country.alpha_2 for country in (*pycountry.countries, *pycountry.historic_countries)}
    codes.update(_UNIONS, _left_to_users())
    return _in_both_cases(codes)


@lru_cache(maxsize=1)
def jurisdiction_codes() -> frozenset[str]:
    """Give the codes of countries and, as ISO 3166-2 has them, of their parts, in capitals and in small letters."""
    return country_codes() | _in_both_cases({part.code for part in pycountry.subdivisions})


def _left_to_users() -> set[str]:
    return (
        {"AA", "ZZ"}
        | {f"Q{letter}" for letter in ascii_uppercase[12:]}
        | {f"X{letter}" for letter in ascii_uppercase}
    )


def _in_both_cases(codes: set[str]) -> frozenset[str]:
    return frozenset(codes) | {code.lower() for code in codes}
