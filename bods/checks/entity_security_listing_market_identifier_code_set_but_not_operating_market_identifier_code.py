"""A listing that names its market by code names the exchange that runs the market too.

Why: with one code alone a reader cannot tell a segment from the exchange that runs it.
Source: BODS 0.4, `SecuritiesListing` (ISO 10383); libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import About, Ask, FieldCheck, Found, Problem, Severity


def find(listing: Mapping[str, Any], at: str, _: About) -> Found:
    return [
        Problem(
            f"{at}/securitiesListings/{place}/marketIdentifierCode",
            "This market has a code, and the exchange that runs it has none.",
        )
        for place, security in enumerate(listing.get("securitiesListings", ()))
        if security.get("marketIdentifierCode") and not security.get("operatingMarketIdentifierCode")
    ]


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Add operatingMarketIdentifierCode; on the main exchange it is the same code.",
    asks=(Ask("entity", ("publicListing",)),),
    find=find,
)
