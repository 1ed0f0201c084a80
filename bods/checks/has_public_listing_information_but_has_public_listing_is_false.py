"""A company with listed securities or stock exchange filings says that it is listed.

Why: a listed company may be exempt from naming its owners; whether it is listed must be clear.
Source: BODS 0.4, `PublicListing`; libcovebods 0.16.
"""

from collections.abc import Mapping
from typing import Any

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity


def find(listing: Mapping[str, Any], at: str, _: About) -> Found:
    if listing.get("hasPublicListing"):
        return NOTHING
    if not listing.get("companyFilingsURLs") and not listing.get("securitiesListings"):
        return NOTHING
    return [Problem(at, "This tells of a public listing, and does not say that the company has one.")]


CHECK = FieldCheck(
    severity=Severity.BREAKS,
    remedy="Write hasPublicListing as true, or take the listings and filings out.",
    asks=(Ask("entity", ("publicListing",)),),
    find=find,
)
