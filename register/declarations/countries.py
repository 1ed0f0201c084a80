"""Countries by their English names, as published statements give them."""

from babel import Locale

from bods.parts import Country

_TERRITORIES = Locale("en").territories


def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166-1 code of two letters; the code itself where Babel has none."""
    return str(_TERRITORIES.get(code.upper(), code))


def country(code: str) -> Country:
    """The country as the standard writes it."""
    return Country(country_name(code), code.upper())
