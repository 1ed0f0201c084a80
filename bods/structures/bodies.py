"""Companies, and bodies that are withheld or not known; listed ones too.

Source: BODS 0.4, entity record.
"""

from bods.codelists import EntityType, UnspecifiedReason
from bods.listings import PublicListing, SecuritiesListing
from bods.parts import Identifier, Jurisdiction, Unspecified
from bods.records import Entity


def company(name: str, jurisdiction: Jurisdiction | None = None, *identifiers: Identifier) -> Entity:
    """Describe a company that stands in a register; `identifiers` name that register by its code of org-id.guide."""
    return Entity(name=name, jurisdiction=jurisdiction, identifiers=identifiers)


def listed_company(
    name: str,
    jurisdiction: Jurisdiction | None = None,
    *identifiers: Identifier,
    listings: tuple[SecuritiesListing, ...] = (),
    filings: tuple[str, ...] = (),
) -> Entity:
    """Describe a company whose securities are traded in public: where, and the web addresses of its filings.

    Where the law frees it from declaring its owners, `exempt` says so beside it.
    """
    return Entity(
        name=name,
        jurisdiction=jurisdiction,
        identifiers=identifiers,
        public_listing=PublicListing(True, filings, listings),
    )


def anonymous_body(reason: UnspecifiedReason, description: str | None = None) -> Entity:
    """Describe a body whose name is known and withheld, and say why."""
    return Entity(type=EntityType.ANONYMOUS_ENTITY, unspecified=Unspecified(reason, description))


def unknown_body(reason: UnspecifiedReason, description: str | None = None) -> Entity:
    """Describe a body that exists and could not be identified, and say why."""
    return Entity(type=EntityType.UNKNOWN_ENTITY, unspecified=Unspecified(reason, description))
