"""Schemes of persons' identifiers, such as KEN-IDCARD: who issued a document, and what kind of document it is."""

from enum import Enum
from functools import lru_cache

import pycountry

#: Issuers of travel documents that are no country of ISO 3166-1. Source: libcovebods 0.16; ICAO Doc 9303, part 3.
_OTHER_ISSUERS = frozenset((
    "BAH", "D", "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "UNA", "UNK", "UNO", "XBA", "XIM", "XCC", "XCO", "XEC",
    "XPO", "XOM", "XXA", "XXB", "XXC", "XXX", "ZIM",
))  # fmt: skip
_DOCUMENTS = frozenset({"PASSPORT", "TAXID", "IDCARD"})
_KEPT = 4096


class Part(Enum):
    """The part of a scheme that is not as the standard wants it."""

    COMPOSITION = "not two parts with a hyphen between"
    ISSUER = "the first part is no country"
    DOCUMENT = "the second part is no kind of document"


@lru_cache(maxsize=_KEPT)
def wrong_part(scheme: str | None) -> Part | None:
    """Give the first part that is wrong, None where the scheme is good, or where there is none.

    Small letters are good in the first part alone. Source: BODS 0.4, `Identifier.scheme`; letters: libcovebods 0.16.
    """
    if scheme is None:
        return None
    issuer, _, document = scheme.partition("-")
    if not issuer or not document or "-" in document:
        return Part.COMPOSITION
    if issuer.lower() not in _countries() and issuer not in _OTHER_ISSUERS:
        return Part.ISSUER
    return None if document in _DOCUMENTS else Part.DOCUMENT


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(country.alpha_3.lower() for country in pycountry.countries)
