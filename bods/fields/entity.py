"""An entity in JSON. Source: BODS 0.4, `entity-record.json`."""

from typing import Any

from bods.codelists import EntitySubtype, EntityType, SecuritiesIdentifierScheme
from bods.exceptions import NotAStatementError
from bods.fields.kinds import DAY, TEXT, TEXTS, TRUTH, code, many
from bods.fields.part import ADDRESS, IDENTIFIER, JURISDICTION, UNSPECIFIED
from bods.fields.shape import Field, Kind, Shape
from bods.listings import PublicListing, SecuritiesListing, Security
from bods.records import Entity, Statute

_SECURITY = Shape(
    Security,
    Field("idScheme", "id_scheme", code(SecuritiesIdentifierScheme)),
    Field("id", "id", TEXT),
    Field("ticker", "ticker", TEXT, required=True),
)
_SECURITIES_LISTING = Shape(
    SecuritiesListing,
    Field("marketIdentifierCode", "market_identifier_code", TEXT),
    Field("operatingMarketIdentifierCode", "operating_market_identifier_code", TEXT),
    Field("stockExchangeJurisdiction", "stock_exchange_jurisdiction", TEXT, required=True),
    Field("stockExchangeName", "stock_exchange_name", TEXT, required=True),
    Field("security", "security", _SECURITY.kind(), required=True),
)
_PUBLIC_LISTING = Shape(
    PublicListing,
    Field("hasPublicListing", "has_public_listing", TRUTH, required=True),
    Field("companyFilingsURLs", "company_filings_urls", TEXTS),
    Field("securitiesListings", "securities_listings", many(_SECURITIES_LISTING.kind())),
)
_STATUTE = Shape(Statute, Field("name", "name", TEXT), Field("date", "enacted", DAY))

#: The standard nests these three attributes in an object of their own; here they stand beside the others.
_NESTED = "entityType"
_TYPE: Shape[Any] = Shape(
    dict,
    Field("type", "type", code(EntityType), required=True),
    Field("subtype", "subtype", code(EntitySubtype)),
    Field("details", "type_details", TEXT),
)
_REST: Shape[Any] = Shape(
    dict,
    Field("isComponent", "is_component", TRUTH, required=True),
    Field("unspecifiedEntityDetails", "unspecified", UNSPECIFIED.kind()),
    Field("name", "name", TEXT),
    Field("alternateNames", "alternate_names", TEXTS),
    Field("jurisdiction", "jurisdiction", JURISDICTION.kind()),
    Field("formedByStatute", "formed_by_statute", _STATUTE.kind()),
    Field("identifiers", "identifiers", many(IDENTIFIER.kind())),
    Field("uri", "uri", TEXT),
    Field("foundingDate", "founding_date", DAY),
    Field("dissolutionDate", "dissolution_date", DAY),
    Field("addresses", "addresses", many(ADDRESS.kind())),
    Field("publicListing", "public_listing", _PUBLIC_LISTING.kind()),
)


def _read_entity(value: object) -> Entity:
    rest = _REST.attributes(value)
    extra = rest["extra"]
    if _NESTED not in extra:
        raise NotAStatementError("", f"a field {_NESTED}")
    try:
        kind = _TYPE.attributes(extra.pop(_NESTED))
    except NotAStatementError as fault:
        raise fault.under(_NESTED) from None
    if unknown := kind.pop("extra"):
        extra[_NESTED] = unknown
    return Entity(**rest, **kind)


def _write_entity(entity: Entity) -> dict[str, Any]:
    written = _REST.write(entity)
    unknown = written.pop(_NESTED, {})
    kind = _TYPE.write(entity, unknown)
    # Second, as in the standard's own examples.
    return {"isComponent": written.pop("isComponent"), _NESTED: kind, **written}


ENTITY = Kind(_read_entity, _write_entity)
