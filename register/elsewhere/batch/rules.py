"""What a sheet of declarations is read by: the place's schemes and documents, the countries there are, and the day."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global

from register.jurisdictions import Jurisdiction

_NO_COUNTRY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)
_RENAMED = {"CD": "COD", "FR": "FRA", "TL": "TLS", "YE": "YEM"}
PASSPORT = "passport"


@dataclass(frozen=True, slots=True)
class Rules:
    """The place and the day; thresholds and schemes are the place's."""

    place: Jurisdiction
    today: date

    @property
    def home(self) -> str:
        return self.place.country_code

    @property
    def first_scheme(self) -> str:
        return self.place.identifier_schemes[0].code

    def document_scheme(self, code: str, country: str) -> str:
        """The standard's code of a kind of document: KEN-PASSPORT; empty for a kind nobody knows."""
        found = next((each for each in self.place.identity_documents if each.code == code), None)
        if found is None or code != PASSPORT or not country or country == self.home:
            return found.scheme if found else ""
        return f"{three_letters(country)}-PASSPORT"


@cache
def countries() -> frozenset[str]:
    """Every country of ISO 3166-1 by its two letters."""
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY)


def three_letters(code: str) -> str:
    """The three letters of a country: KE gives KEN."""
    return _RENAMED.get(code) or _three().get(code, code)


@cache
def _three() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        new[0]: old
        for old, new in sorted(aliases.items())
        if len(old) == 3 and old.isalpha() and len(new) == 1
    }
