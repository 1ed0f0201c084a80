"""What FollowTheMoney is told of an entity or a person."""

from bods.codelists import EntityType, NameType, PepStatus, PersonType
from bods.money import values
from bods.money.entity import Properties
from bods.parts import Identifier, Unspecified
from bods.records import Entity, Name, Person, Relationship
from bods.statements import Statement

LEI_SCHEME = "XI-LEI"
_FORMER = frozenset({NameType.FORMER, NameType.BIRTH})
_OTHERWISE = frozenset({NameType.ALTERNATIVE, NameType.TRANSLATION, NameType.TRANSLITERATION})
_STATE = frozenset({EntityType.STATE, EntityType.STATE_BODY})
_SCHEMAS = {
    EntityType.REGISTERED_ENTITY: "Company",
    EntityType.LEGAL_ENTITY: "Organization",
    EntityType.STATE: "PublicBody",
    EntityType.STATE_BODY: "PublicBody",
}
#: The closer schema stands later: of several records' schemas the last is the party's.
_CLOSER = ("LegalEntity", "Organization", "PublicBody", "Company", "Person")


def schema_of(said: list[Statement], *, owned: bool) -> str:
    """Give the schema of the party that these records speak of.

    Only a Company can be owned there, and it stands for trusts and funds too: `owned` makes any entity one.
    """
    schemas = [_schema(each, owned) for each in said]
    return max(schemas, key=_CLOSER.index)


def _schema(said: Statement, owned: bool) -> str:
    if isinstance(said.record, Person):
        return "Person"
    kind = said.record.type if isinstance(said.record, Entity) else None
    return "Company" if owned else _SCHEMAS.get(kind, "LegalEntity") if kind else "LegalEntity"


def properties_of(said: Statement, schema: str) -> Properties:
    """Give what one statement tells of a party; nothing of its name when it has none."""
    record = said.record
    if isinstance(record, Relationship):
        return {}
    own = _entity(record, schema) if isinstance(record, Entity) else _person(record)
    return {**own, "notes": [*own.get("notes", ()), *_unspecified(record.unspecified)], **publication(said)}


def _entity(entity: Entity, schema: str) -> Properties:
    listing = entity.public_listing
    traded = listing.securities_listings if listing and schema == "Company" else ()
    return {
        "name": [values.name(entity.name)],
        "alias": [values.name(each) for each in entity.alternate_names],
        "jurisdiction": [values.country(entity.jurisdiction)],
        "legalForm": [values.text(entity.type_details), _form(entity)],
        "incorporationDate": [values.day(entity.founding_date)],
        "dissolutionDate": [values.day(entity.dissolution_date)],
        "leiCode": [values.lei(each.id) for each in entity.identifiers if each.scheme == LEI_SCHEME],
        "registrationNumber": [values.number(each.id) for each in entity.identifiers if _by_register(each)],
        "idNumber": [values.number(each.id) for each in entity.identifiers if not each.scheme],
        "address": [values.address(each) for each in entity.addresses],
        "country": [values.country(each.country) for each in entity.addresses],
        "website": [values.url(entity.uri)],
        "topics": [
            "gov" if entity.type in _STATE else None,
            "corp.public" if listing and listing.has_public_listing else None,
        ],
        "ticker": [values.number(each.security.ticker) for each in traded],
        "isinCode": [values.number(each.security.id) for each in traded if each.security.id_scheme == "isin"],
        "notes": [entity.type.label if entity.unspecified else None],
    }


def _form(entity: Entity) -> str | None:
    if entity.subtype is not None:
        return entity.subtype.label
    return None if entity.type is EntityType.REGISTERED_ENTITY else entity.type.label


def _by_register(given: Identifier) -> bool:
    return bool(given.scheme) and (given.scheme != LEI_SCHEME or values.lei(given.id) is None)


def _person(person: Person) -> Properties:
    exposure = person.political_exposure
    exposed = exposure is not None and exposure.status is PepStatus.IS_PEP
    born = person.place_of_birth
    return {
        "name": [values.name(each.full_name) for each in person.names if each.type in (None, NameType.LEGAL)],
        "alias": [values.name(each.full_name) for each in person.names if each.type in _OTHERWISE],
        "previousName": [values.name(each.full_name) for each in person.names if each.type in _FORMER],
        **_parts(person.names),
        "nationality": values.countries(person.nationalities),
        "birthDate": [values.day(person.birth_date)],
        "deathDate": [values.day(person.death_date)],
        "birthPlace": [values.address(born)],
        "birthCountry": [values.country(born.country) if born else None],
        **_numbers(person.identifiers),
        "address": [values.address(each) for each in person.addresses],
        "country": [values.country(each.country) for each in person.addresses],
        "topics": ["role.pep" if exposed else None],
        "notes": [
            *(values.note(each.reason) for each in (exposure.details if exposure else ())),
            None if person.type is PersonType.KNOWN_PERSON else person.type.label,
        ],
    }


def _parts(names: tuple[Name, ...]) -> Properties:
    return {
        "firstName": [values.text(each.given_name) for each in names],
        "lastName": [values.text(each.family_name) for each in names],
        "fatherName": [values.text(each.patronymic_name) for each in names],
    }


def _numbers(identifiers: tuple[Identifier, ...]) -> Properties:
    by_property: dict[str, list[str | None]] = {}
    for each in identifiers:
        kind = (each.scheme or "").rpartition("-")[2]
        proper = {"PASSPORT": "passportNumber", "TAXID": "taxNumber"}.get(kind, "idNumber")
        by_property.setdefault(proper, []).append(values.number(each.id))
    return by_property


def _unspecified(reason: Unspecified | None) -> list[str | None]:
    return [reason.reason.label, values.note(reason.description)] if reason else []


def publication(said: Statement) -> Properties:
    """Give who published a statement, from which source, and when it was made."""
    published, source = said.publication, said.source
    publisher = published.publisher if published else None
    return {
        "publisher": [values.text(publisher.name) if publisher else None],
        "publisherUrl": [values.url(publisher.url) if publisher else None],
        "sourceUrl": [values.url(source.url) if source else None],
        "retrievedAt": [values.day(source.retrieved_at) if source else None],
        "modifiedAt": [values.day(said.statement_date)],
    }
