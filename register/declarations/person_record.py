"""A person as the register states them: named, withheld, or not to be named. No particular goes into it."""

from collections.abc import Mapping

from bods.codelists import AddressType, NameType, PersonType, UnspecifiedReason
from bods.records import Address, Identifier, Name, Person, Unspecified
from register.declarations.countries import country
from register.declarations.draft import NoOwner, PersonAnswer, PersonKind

#: What is stated of somebody who asked for protection while nobody has decided, and once it was granted.
ASKED = Unspecified(
    UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE,
    "The person has asked for protection. The register has not decided yet.",
)
GRANTED = Unspecified(
    UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE,
    "The register protects the person: who they are is known to it, and is not published.",
)
_NOT_SAID = NoOwner(UnspecifiedReason.UNKNOWN)


def person_record(person: PersonAnswer, identifier: Identifier | None = None) -> Person:
    """Give the record of a person who is not withheld; `identifier` is the register's own, once it is confirmed."""
    if person.kind is PersonKind.CLASS:
        reason = UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER
        return _unknown(Unspecified(reason, person.full_name or None))
    if person.kind is PersonKind.UNNAMED:
        why = person.why or _NOT_SAID
        return _unknown(Unspecified(why.reason, why.description or None))
    return Person(
        names=(Name(person.full_name, NameType.LEGAL),),
        identifiers=(identifier,) if identifier else (),
        nationalities=tuple(
            country(code) for code in dict.fromkeys((person.nationality, *person.more_nationalities)) if code
        ),
        addresses=(
            (Address(type=AddressType.RESIDENCE, country=country(person.residence)),)
            if person.residence
            else ()
        ),
    )


def withheld_person(person: Person, reason: Unspecified = GRANTED) -> Person:
    """Give a person's record as it stands in public while they are protected: the reason, and nothing else."""
    return Person(is_component=person.is_component, type=PersonType.ANONYMOUS_PERSON, unspecified=reason)


def reason_to_withhold(
    person: PersonAnswer, withheld: Mapping[str, Unspecified], named: frozenset[str]
) -> Unspecified | None:
    """Say why a person is withheld, if they are: the register protects them, or has not refused yet what they asked."""
    if person.key in withheld:
        return withheld[person.key]
    return ASKED if person.protection and person.key not in named else None


def _unknown(reason: Unspecified) -> Person:
    return Person(type=PersonType.UNKNOWN_PERSON, unspecified=reason)
