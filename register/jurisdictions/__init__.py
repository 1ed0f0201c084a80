"""Places the register serves: their law, money, days and forms are data, one file a place."""

from register.jurisdictions.jurisdiction import (
    IdentifierScheme,
    IdentityDocument,
    Jurisdiction,
    JurisdictionFaultError,
    JurisdictionUnknownError,
    PublicationRule,
    SubCounty,
)
from register.jurisdictions.loading import load

__all__ = [
    "IdentifierScheme",
    "IdentityDocument",
    "Jurisdiction",
    "JurisdictionFaultError",
    "JurisdictionUnknownError",
    "PublicationRule",
    "SubCounty",
    "load",
]
