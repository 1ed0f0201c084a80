"""What accepted declarations and the companies' registry say, for officers alone, of the people and bodies in a picture."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from bods.codelists import RecordType, UnspecifiedReason
from bods.records import Person
from bods.statements import Statement
from register.declarations.answers import from_text
from register.declarations.draft import Draft
from register.declarations.life import STANDING
from register.declarations.persons import Particulars
from register.elsewhere.extracts import Extract, PartyRole
from register.graph.contacts import contacts_in
from register.graph.dossier import (
    BodyDossier,
    Contact,
    ContactKind,
    PersonDossier,
    Registered,
    RegisteredParty,
)
from register.models.companies import CompanyRow
from register.models.declarations import DeclarationRow
from register.store import identities, kept_owners, particulars, registry_extracts, statements
from register.store.declarations import DeclarationState
from register.store.identities import Claim
from register.store.known_people import KnownPeople
from register.store.particulars import Signed
from register.store.portions import among, portions


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """One accepted declaration, opened: whose it is, of which day, who signed it, and the people in it by key."""

    subject: str
    scheme: str
    number: str
    reference: str
    on: date
    signed_by: int
    signed_name: str
    answers: Draft
    people: Mapping[str, Particulars]


@dataclass(frozen=True, slots=True, repr=False)
class Background:
    """All accepted declarations behind a picture, oldest first, and what else is known of whom they name.

    `persons` are person records with the subject that names them; `registered` is by subject, `names` (that stand under
    the same identity elsewhere) by record id, `signed_for` counts companies by account, `suppliers` those of which a
    person is an owner, by person record.
    """

    said: tuple[Said, ...] = ()
    persons: tuple[tuple[str, str], ...] = ()
    registered: Mapping[str, Registered] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signed_for: Mapping[int, int] = field(default_factory=dict)
    suppliers: Mapping[str, int] = field(default_factory=dict)

    def speaking(self, day: date) -> dict[str, Said]:
        """Give by subject the declaration that speaks for a day: the last made by then, else the first made later."""
        found: dict[str, Said] = {}
        for each in self.said:
            if each.subject not in found or each.on <= day:
                found[each.subject] = each
        return found

    def people(self, day: date) -> dict[str, PersonDossier]:
        """Give each person's dossier on a day, by record id."""
        speakers, found = self.speaking(day), dict[str, PersonDossier]()
        for record_id, subject in self.persons:
            speaker = speakers.get(subject)
            private = speaker.people.get(identities.person_key_in(record_id, subject)) if speaker else None
            found[record_id] = replace(
                _person(private, self.names.get(record_id, ())), suppliers=self.suppliers.get(record_id, 0)
            )
        return found

    def bodies(self, day: date) -> dict[str, BodyDossier]:
        """Give the dossier of each declaring body on a day, by its record id."""
        return {
            subject: _body(each, self.registered.get(subject), self.signed_for.get(each.signed_by, 0))
            for subject, each in self.speaking(day).items()
        }


def background(
    session: Session, told: Iterable[Statement], people: KnownPeople, signed: Signed
) -> Background:
    """Gather what officers may know of everybody whom these statements name.

    `people` are those in the statements, `signed` what was signed in the declarations of all their subjects.
    """
    named = tuple(told)
    persons = {each.record_id: each for each in named if each.record_type is RecordType.PERSON}
    said = _said_by(session, {each.declaration_subject for each in named}, signed)
    return Background(
        said=said,
        persons=tuple((key, each.declaration_subject) for key, each in persons.items()),
        registered=_registered(session, said),
        names=_names_elsewhere(session, persons, people),
        signed_for=_signed_for(session, {each.signed_by for each in said}),
        suppliers=_suppliers(session, people.of(persons)),
    )


def _said_by(session: Session, subjects: Collection[str], signed: Signed) -> tuple[Said, ...]:
    rows = [row for some in portions(sorted(subjects)) for row in _rows(session, some)]
    return tuple(
        Said(
            subject=row.subject_record_id,
            scheme=row.scheme,
            number=row.number,
            reference=row.reference,
            on=row.statement_date,
            signed_by=row.signed_by,
            signed_name=row.signed_name,
            answers=from_text(row.answers),
            people=signed.by_scope.get(particulars.of_declaration(row.reference), {}),
        )
        for row in rows
    )


def _rows(
    session: Session, subjects: list[str]
) -> Iterable[Row[tuple[str, str, str, str, date, int, str, str]]]:
    declared, company = DeclarationRow, CompanyRow
    return session.execute(
        select(
            company.subject_record_id,
            company.scheme,
            company.number,
            declared.reference,
            declared.statement_date,
            declared.signed_by,
            declared.signed_name,
            declared.answers,
        )
        .join(declared, declared.company_id == company.id)
        .where(
            among(session, company.subject_record_id, subjects),
            declared.state == DeclarationState.ACCEPTED.value,
        )
        .order_by(declared.statement_date, declared.id)
    )


def _person(private: Particulars | None, names: tuple[str, ...]) -> PersonDossier:
    if private is None:
        return PersonDossier(other_names=names)
    return PersonDossier(
        born=private.birth_date,
        groups=private.groups,
        exposed=private.exposed,
        exposures=private.exposures,
        barred=private.barred,
        other_names=names,
    )


def _body(said: Said, registered: Registered | None, declares_for: int) -> BodyDossier:
    company, none = said.answers.company, said.answers.no_owner
    contacts = contacts_in(
        said.reference,
        phone=company.phone,
        email=company.email,
        addresses=(company.registered_address, company.postal_address),
    )
    signer = Contact(ContactKind.DECLARANT, str(said.signed_by), said.signed_name, said.reference)
    return BodyDossier(
        contacts=(*contacts, signer),
        claims=said.answers.claims,
        ventures=said.answers.ventures,
        subcontractors=said.answers.subcontractors,
        registered=registered,
        confirmed_on=said.on,
        says_none=none is not None and none.reason is UnspecifiedReason.NO_BENEFICIAL_OWNERS,
        declarant=str(said.signed_by),
        declares_for=declares_for,
    )


def _signed_for(session: Session, accounts: Collection[int]) -> Counter[int]:
    """How many companies each of these accounts has signed a standing declaration for."""
    row, found = DeclarationRow, Counter[int]()
    for some in portions(sorted(accounts)):
        counted = session.execute(
            select(row.signed_by, func.count(row.company_id.distinct()))
            .where(row.signed_by.in_(some), row.state.in_([*map(str, STANDING)]))
            .group_by(row.signed_by)
        )
        found.update(dict(iter(counted)))
    return found


def _suppliers(session: Session, claims: Mapping[str, Claim]) -> dict[str, int]:
    """Count the companies of which each of these people surely is an owner in the whole register, by person record."""
    counted = kept_owners.counts_of(session, {each.public_identifier for each in claims.values()})
    return {
        key: counted[each.public_identifier]
        for key, each in claims.items()
        if each.public_identifier in counted
    }


def _names_elsewhere(
    session: Session, persons: Mapping[str, Statement], people: KnownPeople
) -> dict[str, tuple[str, ...]]:
    """Names that stand in other records under the same identity, by record id."""
    sharing = people.sharing(persons)
    wanted = {record for records in sharing.values() for record in records} - persons.keys()
    names = _names_of(session, wanted) | {key: _name(each) for key, each in persons.items()}
    return {
        record_id: tuple(sorted({names[each] for each in records if names.get(each)} - {names[record_id]}))
        for record_id, records in sharing.items()
    }


def _names_of(session: Session, record_ids: Collection[str]) -> dict[str, str]:
    return {each.record_id: _name(each) for each in statements.of_records(session, record_ids)}


def _name(statement: Statement) -> str:
    record = statement.record
    return record.names[0].full_name if isinstance(record, Person) and record.names else ""


def _registered(session: Session, said: Iterable[Said]) -> dict[str, Registered]:
    """What the companies' registry last said of each of these subjects, by subject; the others are left out."""
    numbers = {each.subject: (each.scheme, each.number) for each in said}
    kept = registry_extracts.newest_of(session, numbers.values())
    return {
        subject: _registered_as(kept[number].extract) for subject, number in numbers.items() if number in kept
    }


def _registered_as(extract: Extract) -> Registered:
    parties = tuple(
        RegisteredParty(party.name, party.role is PartyRole.DIRECTOR, party.shares)
        for party in extract.parties
    )
    return Registered(extract.name, extract.status.value, extract.extracted_on, extract.source, parties)
