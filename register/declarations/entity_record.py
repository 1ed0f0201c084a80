"""A company or another body as the register states it."""

from collections.abc import Iterator, Mapping

from bods.codelists import EntitySubtype, EntityType, SecuritiesIdentifierScheme
from bods.records import (
    Entity,
    Identifier,
    Jurisdiction,
    PublicListing,
    SecuritiesListing,
    Security,
    Statute,
)
from register.declarations.countries import country_name
from register.declarations.draft import EntityAnswer, EntityKind, Listing, StateBodyKind

TYPES: Mapping[EntityKind, tuple[EntityType, EntitySubtype | None]] = {
    EntityKind.COMPANY: (EntityType.REGISTERED_ENTITY, None),
    EntityKind.LISTED: (EntityType.REGISTERED_ENTITY, None),
    EntityKind.STATE: (EntityType.STATE, None),
    EntityKind.GOVERNMENT: (EntityType.STATE_BODY, None),
    EntityKind.TRUST: (EntityType.ARRANGEMENT, EntitySubtype.TRUST),
    EntityKind.PARTNERSHIP: (EntityType.ARRANGEMENT, EntitySubtype.OTHER),
    EntityKind.LIMITED_LIABILITY_PARTNERSHIP: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.SOLE_TRADER: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.SELF_HELP_GROUP: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.COOPERATIVE: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.ASSOCIATION: (EntityType.REGISTERED_ENTITY, EntitySubtype.OTHER),
    EntityKind.OTHER: (EntityType.LEGAL_ENTITY, EntitySubtype.OTHER),
    EntityKind.NOMINEE_AGREEMENT: (EntityType.ARRANGEMENT, EntitySubtype.NOMINATION),
    EntityKind.JOINT_HOLDING: (EntityType.ARRANGEMENT, None),
}
_STATE_BODIES: Mapping[StateBodyKind, tuple[EntityType, EntitySubtype | None]] = {
    StateBodyKind.DEPARTMENT: (EntityType.STATE_BODY, EntitySubtype.GOVERNMENT_DEPARTMENT),
    StateBodyKind.AGENCY: (EntityType.STATE_BODY, EntitySubtype.STATE_AGENCY),
    StateBodyKind.CORPORATION: (EntityType.LEGAL_ENTITY, None),
}
#: What the standard has no code for, in the language of the data.
_DETAILS: Mapping[EntityKind, str] = {
    EntityKind.PARTNERSHIP: "Partnership",
    EntityKind.LIMITED_LIABILITY_PARTNERSHIP: "Limited liability partnership",
    EntityKind.SOLE_TRADER: "Sole trader (registered business name)",
    EntityKind.SELF_HELP_GROUP: "Self-help group",
    EntityKind.COOPERATIVE: "Cooperative society",
    EntityKind.ASSOCIATION: "Association or non-governmental organisation",
}
#: What an agreement is called where nobody gave it a name.
_NAMES: Mapping[EntityKind, str] = {
    EntityKind.NOMINEE_AGREEMENT: "Nominee agreement",
    EntityKind.JOINT_HOLDING: "Joint shareholding",
}


def entity_record(body: EntityAnswer) -> Entity:
    """Give the record of a body; nothing that officers alone may see goes into it."""
    kind, subtype = _type(body)
    place = Jurisdiction(country_name(body.country), body.country.upper()) if body.country else None
    return Entity(
        type=kind,
        subtype=subtype,
        type_details=body.local_kind or _DETAILS.get(body.kind),
        name=body.name or _NAMES.get(body.kind),
        alternate_names=body.other_names,
        jurisdiction=place,
        identifiers=tuple(_identifiers(body)),
        founding_date=body.founded,
        dissolution_date=body.dissolved,
        formed_by_statute=Statute(body.statute or None, body.enacted) if body.statute else None,
        public_listing=_listing(body.listing) if body.kind is EntityKind.LISTED else None,
    )


def _type(body: EntityAnswer) -> tuple[EntityType, EntitySubtype | None]:
    if body.kind is EntityKind.GOVERNMENT and body.state_body is not None:
        return _STATE_BODIES[body.state_body]
    return TYPES[body.kind]


def _identifiers(body: EntityAnswer) -> Iterator[Identifier]:
    numbers = [(body.scheme, body.number), *((each.scheme, each.number) for each in body.more_numbers)]
    for scheme, number in dict.fromkeys(numbers):
        if scheme and number:
            yield Identifier(id=number, scheme=scheme)


def _listing(listing: Listing | None) -> PublicListing:
    told = listing or Listing()
    filings = (told.filings_url,) if told.filings_url else ()
    return PublicListing(True, filings, tuple(_securities(told)))


def _securities(told: Listing) -> Iterator[SecuritiesListing]:
    if told.exchange and told.country and told.ticker:
        # The two market codes belong together: one alone says less than none.
        both = bool(told.market and told.operating_market)
        yield SecuritiesListing(
            stock_exchange_jurisdiction=told.country.upper(),
            stock_exchange_name=told.exchange,
            security=_security(told),
            market_identifier_code=told.market if both else None,
            operating_market_identifier_code=told.operating_market if both else None,
        )


def _security(told: Listing) -> Security:
    if not told.isin:
        return Security(told.ticker)
    return Security(told.ticker, SecuritiesIdentifierScheme.ISIN, told.isin)
