"""What is missing or contradictory in what a draft says of people and their particulars."""

from collections.abc import Iterator
from datetime import date

from bods.codelists import InterestType
from register.declarations.draft import Draft, Exposure, Particulars, PersonAnswer, PersonKind
from register.declarations.gap import Gap, Part
from register.declarations.nobody import not_sought
from register.words import N_


def people_gaps(draft: Draft, today: date | None = None, adult: int | None = None) -> Iterator[Gap]:
    """Each person by themselves, then who is told twice; `adult` is the age at which the place's law makes one so."""
    for person in draft.people:
        if person.kind is PersonKind.NAMED:
            yield from _named(person, draft.particulars.get(person.key), today, adult)
        elif person.kind is PersonKind.CLASS:
            yield from _class(person, draft)
        else:
            yield from _unnamed(person)
    yield from _same_document(draft)


def _named(
    person: PersonAnswer, private: Particulars | None, today: date | None, adult: int | None
) -> Iterator[Gap]:
    facts = {"name": person.full_name}
    if not person.full_name.strip():
        yield Gap(Part.PEOPLE, N_("Enter the person's full name."), person.key)
    if not person.nationality:
        yield Gap(Part.PEOPLE, N_("Choose the nationality of %(name)s."), person.key, facts)
    if not person.residence:
        yield Gap(Part.PEOPLE, N_("Choose the country where %(name)s lives."), person.key, facts)
    if private is None or not (private.document_scheme and private.document_number.strip()):
        message = N_("Enter the number of an identity document of %(name)s.")
        yield Gap(Part.PEOPLE, message, person.key, facts)
    if person.protection and not (private and private.protection_reason.strip()):
        yield Gap(Part.PEOPLE, N_("Say why %(name)s has to be protected."), person.key, facts)
    if private:
        yield from _particulars(person, private)
        if private.birth_date and today:
            yield from _age(person, private.birth_date, today, adult)


def _particulars(person: PersonAnswer, private: Particulars) -> Iterator[Gap]:
    facts = {"name": person.full_name}
    if private.exposed and not private.exposures:
        message = N_("Say which public office %(name)s, or somebody tied to them, holds or held.")
        yield Gap(Part.PEOPLE, message, person.key, facts)
    if any(_ends_before_it_begins(each) for each in private.exposures):
        message = N_("A public office told for %(name)s ends before it begins. Correct the days.")
        yield Gap(Part.PEOPLE, message, person.key, facts)
    if private.barred and not private.barred_details.strip():
        message = N_("Say who barred %(name)s from public buying, since when and why.")
        yield Gap(Part.PEOPLE, message, f"{person.key}.barred", facts)


def _age(person: PersonAnswer, born: date, today: date, adult: int | None) -> Iterator[Gap]:
    facts = {"name": person.full_name}
    if born >= today:
        yield Gap(
            Part.PEOPLE,
            N_("The date of birth of %(name)s has not come yet. Correct it."),
            person.key,
            facts,
        )
    elif adult is not None and age_on(born, today) < adult:
        message = N_("%(name)s is younger than %(age)s. Check the date of birth.")
        yield Gap(Part.PEOPLE, message, person.key, {**facts, "age": str(adult)}, blocks=False)


def age_on(born: date, day: date) -> int:
    """Full years lived on a day; who was born on 29 February grows older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _ends_before_it_begins(office: Exposure) -> bool:
    return bool(office.since and office.until and office.until < office.since)


def _class(person: PersonAnswer, draft: Draft) -> Iterator[Gap]:
    if not person.full_name.strip():
        message = N_("Describe who these people are, for example: the grandchildren of the settlor.")
        yield Gap(Part.PEOPLE, message, person.key)
    told = [each for each in draft.holdings if each.holder == person.key]
    held = {kind for each in told for kind in each.controls}
    measured = any(each.shares or each.votes for each in told)
    if measured or held - {InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT}:
        message = N_(
            "Only the beneficiaries of a trust may be told by a description. Name the people of “%(name)s”."
        )
        yield Gap(Part.PEOPLE, message, person.key, {"name": person.full_name})


def _unnamed(person: PersonAnswer) -> Iterator[Gap]:
    facts = {"name": person.full_name}
    if person.why is None:
        yield Gap(Part.PEOPLE, N_("Say why “%(name)s” cannot be named."), person.key, facts)
    elif not_sought(person.why):
        message = N_("Say what you did to find out who “%(name)s” is, or why you could do nothing.")
        yield Gap(Part.PEOPLE, message, person.key, facts, needs_page=True)


def _same_document(draft: Draft) -> Iterator[Gap]:
    seen: dict[tuple[str, str], str] = {}
    for person in draft.people:
        private = draft.particulars.get(person.key)
        if private is None or not private.document_number.strip():
            continue
        document = (private.document_scheme, private.document_number.strip().casefold())
        if document in seen:
            message = N_("%(name)s and %(other)s have the same identity document. Name each person once.")
            facts = {"name": person.full_name, "other": seen[document]}
            yield Gap(Part.PEOPLE, message, person.key, facts)
        seen.setdefault(document, person.full_name)
