"""What a node tells of an entity or a person."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from bods.codelists import NameType
from bods.nodes.attribute import OF_ANY_STATEMENT, Attribute, Kind, Value, together
from bods.parts import Address, Country, Identifier
from bods.records import Entity, Person, Relationship
from bods.statements import Statement

Thing = TypeVar("Thing", Entity, Person)


def name_of(said: Statement) -> str | None:
    """Give the name that a record goes by: an entity's, a person's legal name, else the first there is."""
    record = said.record
    if isinstance(record, Entity):
        return record.name or next(iter(record.alternate_names), None)
    if isinstance(record, Person):
        legal = (each.full_name for each in record.names if each.type in (None, NameType.LEGAL))
        return next(legal, record.names[0].full_name if record.names else None)
    return None


def _label(said: Statement) -> str | None:
    record = said.record
    return None if isinstance(record, Relationship) else name_of(said) or record.type.label


def _identifiers(said: Statement) -> str | None:
    record = said.record
    return None if isinstance(record, Relationship) else together(map(_identifier, record.identifiers))


def _identifier(given: Identifier) -> str:
    return f"{given.scheme or given.scheme_name}:{given.id or given.uri or ''}"


def _addresses(said: Statement) -> str | None:
    record = said.record
    return None if isinstance(record, Relationship) else together(map(_address, record.addresses))


def _address(given: Address) -> str:
    country = given.country.name if given.country else None
    text = ", ".join(part for part in (given.address, given.post_code, country) if part)
    return f"{given.type}: {text}" if given.type else text


def _unspecified(said: Statement) -> str | None:
    record = said.record
    if isinstance(record, Relationship) or record.unspecified is None:
        return None
    return record.unspecified.reason


def _of(kind_of_record: type[Thing], get: Callable[[Thing], Value]) -> Callable[[Statement], Value]:
    def value(said: Statement) -> Value:
        return get(said.record) if isinstance(said.record, kind_of_record) else None

    return value


def _entity(name: str, get: Callable[[Entity], Value], kind: Kind = "string") -> Attribute:
    return Attribute(name, kind, _of(Entity, get))


def _person(name: str, get: Callable[[Person], Value]) -> Attribute:
    return Attribute(name, "string", _of(Person, get))


def _codes(places: Iterable[Country]) -> str | None:
    return together(each.code or each.name for each in places)


def _jurisdiction(entity: Entity) -> Value:
    place = entity.jurisdiction
    return None if place is None else place.code or place.name


def _day(day: date | None) -> Value:
    return None if day is None else day.isoformat()


def _exposure(person: Person) -> Value:
    return None if person.political_exposure is None else person.political_exposure.status


def _listed(entity: Entity) -> Value:
    return None if entity.public_listing is None else entity.public_listing.has_public_listing


PARTY_ATTRIBUTES = (
    Attribute("label", "string", _label),
    Attribute("kind", "string", lambda said: said.record_type),
    Attribute("recordId", "string", lambda said: said.record_id),
    Attribute("name", "string", name_of),
    _entity("entityType", lambda entity: entity.type),
    _entity("entitySubtype", lambda entity: entity.subtype),
    _person("personType", lambda person: person.type),
    Attribute("unspecifiedReason", "string", _unspecified),
    Attribute("identifiers", "string", _identifiers),
    _entity("alternateNames", lambda entity: together(entity.alternate_names)),
    _person("allNames", lambda person: together(each.full_name for each in person.names)),
    _entity("jurisdiction", _jurisdiction),
    _person("nationalities", lambda person: _codes(person.nationalities)),
    _person("taxResidencies", lambda person: _codes(person.tax_residencies)),
    _entity("foundingDate", lambda entity: _day(entity.founding_date)),
    _entity("dissolutionDate", lambda entity: _day(entity.dissolution_date)),
    _person("birthDate", lambda person: person.birth_date),
    _person("deathDate", lambda person: person.death_date),
    _person("politicalExposure", _exposure),
    _entity("hasPublicListing", _listed, "boolean"),
    Attribute("addresses", "string", _addresses),
    _entity("uri", lambda entity: entity.uri),
    *OF_ANY_STATEMENT,
)
