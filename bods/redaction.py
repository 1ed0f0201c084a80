"""What a public copy leaves out of a statement: a person's particulars, whatever field they came in."""

from dataclasses import replace

from bods.codelists import AddressType, EntityType, PersonType
from bods.parts import Address, Source, Unspecified
from bods.records import Entity, Person, Record
from bods.statements import Annotation, Statement

#: Of these addresses the country may be public, and nothing else.
_COUNTRY_ONLY = frozenset({AddressType.SERVICE, AddressType.RESIDENCE})

#: Places of a person statement that a public note may speak of; a note on any other may repeat what is left out.
_OPEN_PLACES = frozenset(
    {"personType", "unspecifiedPersonDetails", "names", "nationalities", "politicalExposure"}
)


def public_copy(statement: Statement) -> Statement:
    """Give the statement as anybody may see it.

    Of a person there remain: type, reason when withheld, names, nationalities, political exposure, identifiers without
    a `scheme` (a publisher's own), and the country of service and home addresses. Left out are dates of birth and
    death, place of birth, tax residencies, other identifiers (passport, tax, identity card), the text of addresses,
    fields unknown to the standard, and notes on any of these. Statements about entities and relationships stay as they
    are.
    """
    if not isinstance(statement.record, Person):
        return statement
    open_notes = tuple(note for note in statement.annotations if _is_open(note))
    return replace(statement, record=_public_person(statement.record), annotations=open_notes, extra={})


def _public_person(person: Person) -> Person:
    return Person(
        is_component=person.is_component,
        type=person.type,
        unspecified=person.unspecified,
        names=tuple(replace(name, extra={}) for name in person.names),
        identifiers=tuple(
            replace(identifier, extra={}) for identifier in person.identifiers if identifier.scheme is None
        ),
        nationalities=tuple(replace(country, extra={}) for country in person.nationalities),
        addresses=tuple(
            Address(type=address.type, country=replace(address.country, extra={}))
            for address in person.addresses
            if address.type in _COUNTRY_ONLY and address.country is not None
        ),
        political_exposure=person.political_exposure,
    )


def _is_open(note: Annotation) -> bool:
    steps = note.statement_pointer_target.split("/")
    if len(steps) > 2 and steps[1] == "recordDetails":
        return steps[2] in _OPEN_PLACES
    # A note on the whole may be read, but what it says the whole once was may hold anything.
    return not note.transformed_content


def withheld_copy(statement: Statement, unspecified: Unspecified) -> Statement:
    """Give the statement as anybody may see it who must not learn whom or what it describes; `unspecified` says why.

    A person becomes an anonymous person and a body an anonymous entity, of which nothing else remains. Of a relationship
    the parties, the kinds of interest, shares and dates remain, and none of the words. Notes, and what the source says
    of itself in words, are left out. All else, the identifiers of statement and record above all, stays as it is.
    Source: BODS 0.4, `anonymousPerson`, `anonymousEntity`; statement identifiers.
    """
    source = statement.source
    return replace(
        statement,
        record=_withheld_record(statement.record, unspecified),
        annotations=(),
        source=source and Source(type=source.type, asserted_by=source.asserted_by),
        extra={},
    )


def _withheld_record(record: Record, unspecified: Unspecified) -> Record:
    if isinstance(record, Person):
        return Person(
            is_component=record.is_component, type=PersonType.ANONYMOUS_PERSON, unspecified=unspecified
        )
    if isinstance(record, Entity):
        return Entity(
            is_component=record.is_component, type=EntityType.ANONYMOUS_ENTITY, unspecified=unspecified
        )
    interests = tuple(replace(interest, details=None, extra={}) for interest in record.interests)
    return replace(record, interests=interests, extra={})
