"""Entities of OpenSanctions' "Follow the Money", a JSON object a line: the people and bodies under one kind of topic.

Source: FollowTheMoney's model, schemata Person, Organization, Company, LegalEntity, PublicBody, Sanction and Occupancy; the
topics of OpenSanctions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson

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

#: Topics by the kind of list they make, as `graph.lists.ListKind` has it; "sanction" stands for "sanction.linked" too.
TOPICS = {"exposed": ("role.pep",), "debarred": ("debarment",), "sanctioned": ("sanction",)}
SORTS = {
    "Person": False,
    "Organization": True,
    "Company": True,
    "PublicBody": True,
    "LegalEntity": None,
}
PARTIES = frozenset({"Person", "Organization", "Company", "PublicBody", "LegalEntity"})
Properties = Mapping[str, list[str]]


@dataclass(slots=True)
class _Met:
    """What was met so far: parties under the topic with their lines, and what other entities say of parties."""

    parties: list[tuple[str, str, Properties, int]] = field(default_factory=list)
    told: dict[str, list[Properties]] = field(default_factory=dict)


def entities_in(lines: Iterable[str], file: str, kind: str, home: Home) -> Iterator[ListLine | Fault]:
    """Give the parties under the topic of a kind, each with the days of what is said of it, and every fault."""
    met = _Met()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                _meet(met, _read(line), kind, number)
            except NotOnListError as error:
                yield Fault(file, f"line {number}", str(error))
    for key, schema, properties, number in met.parties:
        try:
            yield _line(key, schema, properties, met.told.get(key, []), home)
        except NotOnListError as error:
            yield Fault(file, f"line {number}", str(error))


def _read(line: str) -> Mapping[str, Any]:
    try:
        told = orjson.loads(line)
    except orjson.JSONDecodeError:
        raise NotOnListError("This line is not JSON.") from None
    if not isinstance(told, dict) or not isinstance(told.get("id"), str):
        raise NotOnListError("This is no entity with an id.")
    return told


def _meet(met: _Met, told: Mapping[str, Any], kind: str, number: int) -> None:
    schema, properties = str(told.get("schema", "")), _properties(told)
    wanted = {"exposed": "Occupancy"}.get(kind, "Sanction")
    if schema == wanted:
        for key in properties.get("holder" if wanted == "Occupancy" else "entity", []):
            met.told.setdefault(key, []).append(properties)
    elif schema in PARTIES and _under(properties.get("topics", []), TOPICS[kind]):
        met.parties.append((told["id"], schema, properties, number))


def _properties(told: Mapping[str, Any]) -> Properties:
    given = told.get("properties")
    if not isinstance(given, dict):
        return {}
    return {
        name: [tidy(each) for each in values if isinstance(each, str)]
        for name, values in given.items()
        if isinstance(values, list)
    }


def _under(topics: Iterable[str], wanted: tuple[str, ...]) -> bool:
    return any(topic == each or topic.startswith(f"{each}.") for topic in topics for each in wanted)


def _line(key: str, schema: str, told: Properties, more: list[Properties], home: Home) -> ListLine:
    names = [*told.get("name", []), *told.get("alias", []), *told.get("weakAlias", [])]
    if not names:
        raise NotOnListError("This entity has no name.")
    places = [*told.get("jurisdiction", []), *told.get("nationality", []), *told.get("country", [])]
    countries = {each.upper() for each in places}
    here = home.country.upper() in countries
    scheme, number = _document(told, home) if here and SORTS[schema] is False else ("", "")
    since, until = spell(_period(each) for each in more)
    company = told.get("registrationNumber", []) if here and home.company_scheme else []
    return ListLine(
        key=key,
        name=names[0],
        entity=SORTS[schema],
        other_names=tuple(dict.fromkeys(names[1:])),
        country=next(iter(countries)) if len(countries) == 1 else "",
        numbers=tuple((home.company_scheme, each) for each in company),
        document_scheme=scheme,
        document_number=number,
        born=_born(told),
        by="; ".join(dict.fromkeys(each for one in more for each in one.get("authority", []))),
        reason="; ".join(dict.fromkeys((*_reasons(more), *told.get("position", [])))),
        since=since,
        until=until,
    )


def _period(told: Properties) -> tuple[date | None, date | None]:
    begins = [*told.get("startDate", []), *told.get("listingDate", [])]
    ends = told.get("endDate", [])
    return first_day(min(begins, default="")), last_day(max(ends, default=""))


def _reasons(more: list[Properties]) -> Iterator[str]:
    for each in more:
        yield from each.get("reason", []) or each.get("program", [])


def _born(told: Properties) -> str:
    """Give the month of birth where all days of birth agree on it."""
    months = {month for each in told.get("birthDate", []) if (month := month_of(each))}
    return next(iter(months)) if len(months) == 1 else ""


def _document(told: Properties, home: Home) -> tuple[str, str]:
    for name, scheme in (("idNumber", home.id_scheme), ("passportNumber", home.passport_scheme)):
        if scheme and len(told.get(name, [])) == 1:
            return scheme, told[name][0]
    return "", ""
