"""People in public office as Popolo JSON: persons with their memberships, posts and organizations.

Source: the Popolo specification, classes Person, Membership, Post and Organization.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from register.elsewhere.lists.line import (
    Home,
    ListLine,
    NotOnListError,
    first_day,
    last_day,
    month_of,
    spell,
    tidy,
)
from register.ocds.fault import Fault

Thing = Mapping[str, Any]


def people_in(told: Thing, file: str, home: Home) -> Iterator[ListLine | Fault]:
    """Give each person once, in office from the first membership to the end of the last, and every fault."""
    places = {
        sort: {str(each.get("id", "")): each for each in _things(told, sort)}
        for sort in ("posts", "organizations")
    }
    held: dict[str, list[Thing]] = {}
    for each in _things(told, "memberships"):
        held.setdefault(str(each.get("person_id", "")), []).append(each)
    people = told.get("persons")
    for number, told_of in enumerate(people if isinstance(people, list) else []):
        # What is no person at all has no name either.
        person: Thing = told_of if isinstance(told_of, dict) else {}
        try:
            yield _line(person, held.get(str(person.get("id", "")), []), places, home)
        except NotOnListError as error:
            yield Fault(file, f"/persons/{number}", str(error))


def _things(told: Thing, name: str) -> list[Thing]:
    given = told.get(name)
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _text(thing: Thing, name: str) -> str:
    return tidy(thing.get(name) or "")


def _line(
    person: Thing, held: list[Thing], places: Mapping[str, Mapping[str, Thing]], home: Home
) -> ListLine:
    name = _text(person, "name")
    if not name:
        raise NotOnListError("This person has no name.")
    since, until = spell(
        (first_day(_text(each, "start_date")), last_day(_text(each, "end_date"))) for each in held
    )
    scheme, number = _document(person, home)
    return ListLine(
        key=_text(person, "id"),
        name=name,
        entity=False,
        other_names=tuple(other for each in _things(person, "other_names") if (other := _text(each, "name"))),
        document_scheme=scheme,
        document_number=number,
        born=month_of(_text(person, "birth_date")),
        reason="; ".join(dict.fromkeys(filter(None, (_office(each, places) for each in held)))),
        since=since,
        until=until,
    )


def _office(membership: Thing, places: Mapping[str, Mapping[str, Thing]]) -> str:
    """Say which office it is: the role or post, and the body."""
    post = places["posts"].get(str(membership.get("post_id", "")), {})
    body_id = membership.get("organization_id") or post.get("organization_id") or ""
    body = places["organizations"].get(str(body_id), {})
    role = _text(membership, "role") or _text(post, "label") or _text(post, "role")
    return ", ".join(filter(None, (role, _text(body, "name"))))


def _document(person: Thing, home: Home) -> tuple[str, str]:
    known = {home.id_scheme, home.passport_scheme} - {""}
    for each in _things(person, "identifiers"):
        scheme, number = _text(each, "scheme").upper(), _text(each, "identifier")
        if scheme in known and number:
            return scheme, number
    return "", ""
