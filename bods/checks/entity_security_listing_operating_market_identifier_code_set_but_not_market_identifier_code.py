"""A listing that names an exchange by code names the market or segment too.

Why: with one code alone a reader cannot tell a segment from the exchange that runs it.
Source: BODS 0.4, `SecuritiesListing` (ISO 10383); libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity


def find(listing: Mapping[str, Any], at: str, _: About) -> Found:
    return [
        Problem(
            f"{at}/securitiesListings/{place}/operatingMarketIdentifierCode",
            "This exchange has a code, and the market on it has none.",
        )
        for place, security in enumerate(listing.get("securitiesListings", ()))
        if security.get("operatingMarketIdentifierCode") and not security.get("marketIdentifierCode")
    ]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Add marketIdentifierCode; on the main exchange it is the same code.",
    asks=(Ask("entity", ("publicListing",)),),
    find=find,
)
