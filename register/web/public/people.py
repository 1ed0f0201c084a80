"""A person's page: every company in which a person whose identity was confirmed is named, and what these have won."""

from dataclasses import dataclass
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import published
from register.store.published import NotPublishedError
from register.web.guard import allow
from register.web.public import twins
from register.web.public.behind import Behind
from register.web.public.door import door
from register.web.public.known import known_company, today
from register.web.public.leading import person_identifier
from register.web.public.shown import ShownCompany, shown
from register.web.public.sums import Won, sums_of


@dataclass(frozen=True, slots=True)
class PlaceOfPerson:
    """What a person is in one company; `behind` is None when the latest declaration no longer names them there."""

    seen: ShownCompany
    behind: Behind | None


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person on a day: under which names, in which companies, and what these have won together."""

    identifier: str
    name: str
    other_names: tuple[str, ...]
    nationality: str
    places: tuple[PlaceOfPerson, ...]
    won: Won

    @property
    def current(self) -> tuple[PlaceOfPerson, ...]:
        return tuple(place for place in self.places if place.behind)


@door.get("/people/<identifier>")
@allow(Permission.READ_PUBLIC)
def person(identifier: str) -> ResponseReturnValue:
    return render_template("public/person.html", person=shown_person(identifier, today()), as_of=today())


@door.get("/people/<identifier>.json")
@allow(Permission.READ_PUBLIC)
def person_data(identifier: str) -> ResponseReturnValue:
    return twins.answer(twins.person(shown_person(identifier, today()), today()))


def shown_person(identifier: str, as_of: date) -> ShownPerson:
    """Look at a person by the register's own identifier. Raises NotPublishedError."""
    records = published.records_of_person(db.session, identifier)
    if not records:
        raise NotPublishedError(identifier)
    subjects = dict.fromkeys(record.declaration_subject for record in records)
    places = [_place(subject, identifier, as_of) for subject in subjects]
    parties = [place.behind.party for place in places if place.behind]
    name = parties[0].name if parties else records[-1].name
    won = sums_of(award for place in places if place.behind for award in place.seen.company.awards)
    return ShownPerson(
        identifier=identifier,
        name=name,
        other_names=tuple(dict.fromkeys(record.name for record in records if record.name != name)),
        nationality=parties[0].country if parties else "",
        places=tuple(sorted(places, key=lambda place: (place.behind is None, place.seen.company.name))),
        won=won,
    )


def _place(subject: str, identifier: str, as_of: date) -> PlaceOfPerson:
    seen = shown(known_company(db.session, subject), as_of)
    found = (each for each in seen.behind if person_identifier(each.party) == identifier)
    return PlaceOfPerson(seen, next(found, None))
