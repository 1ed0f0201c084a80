"""Where a company's securities are traded.

Source: BODS 0.4, `entity-record.json`, `PublicListing` and `SecuritiesListing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bods.codelists import SecuritiesIdentifierScheme


@dataclass(frozen=True, slots=True)
class Security:
    """One traded security by its ticker, with its number under a scheme where known."""

    ticker: str
    id_scheme: SecuritiesIdentifierScheme | None = None
    id: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class SecuritiesListing:
    """One security on one exchange; the two market codes are ISO 10383 and belong together."""

    stock_exchange_jurisdiction: str
    stock_exchange_name: str
    security: Security
    market_identifier_code: str | None = None
    operating_market_identifier_code: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PublicListing:
    """Whether a company is listed, where, and where its filings are."""

    has_public_listing: bool
    company_filings_urls: tuple[str, ...] = ()
    securities_listings: tuple[SecuritiesListing, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
