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

#: The standard nests three attributes in an object `entityType`; here they stand beside the others.
_NESTED = "entityType"

_ENTITY = Shape(
    Entity,
    Field("isComponent", "is_component", TRUTH, required=True),
    Field("entityType/type", "type", code(EntityType), required=True),
    Field("entityType/subtype", "subtype", code(EntitySubtype)),
    Field("entityType/details", "type_details", TEXT),
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
    if not isinstance(value, dict):
        raise NotAStatementError("", "an object")
    kind = value.get(_NESTED)
    if not isinstance(kind, dict):
        raise NotAStatementError(f"/{_NESTED}" if _NESTED in value else "", f"an object {_NESTED}")
    flat = {name: item for name, item in value.items() if name != _NESTED}
    flat.update({f"{_NESTED}/{name}": item for name, item in kind.items()})
    try:
        return _ENTITY.read(flat)
    except NotAStatementError as fault:
        # The shape sees the nested names as one step with a slash in it.
        raise NotAStatementError(fault.place.replace("~1", "/", 1), fault.expected) from None


def _write_entity(entity: Entity) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for name, item in _ENTITY.write(entity).items():
        outer, _, inner = name.partition("/")
        if outer == _NESTED and inner:
            written.setdefault(_NESTED, {})[inner] = item
        else:
            written[name] = item
    return written


ENTITY = Kind(_read_entity, _write_entity)
