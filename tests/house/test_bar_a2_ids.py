"""bar-A2: another's id, an id of nothing and one's own id of long ago are met with one and the same "not found"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from werkzeug.routing import Rule

from register.models.base import Base
from tests.house.access_table import TABLE, Line, Outcome
from tests.house.addresses import Addresses
from tests.house.contents import changes, contents
from tests.house.foreign import foreign_values, lost_values
from tests.house.principals import STRANGERS, Visitor, Who, arrive
from tests.house.tour import rules

#: Arguments that name no thing of anybody's: a step of the form, a kind of paper.
NO_IDS = frozenset({"slug", "kind", "ending"})
#: What never was, by the shape of the argument.
NOTHING = {"int": "2000000011", "string": "0b7c6a52-3f0e-4c1d-9d55-2a6f8f1e7a10"}
TOKEN = re.compile(r'(name="csrf_token"[^>]*value=")[^"]+')
WRITTEN_BY_LOOKING = ("account_session", "throttle")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: who asks, at which rule, by which method, with what in the place of which argument."""

    rule: Rule
    method: str
    values: dict[str, str]
    swapped: str = ""

    @property
    def address(self) -> str:
        built = self.rule.build(dict(self.values))
        assert built is not None
        return built[1]


def of_somebody(app: Flask) -> list[tuple[Rule, str, Line]]:
    """Every rule with an id in it about which the table says that to others nothing is there."""
    return [
        (rule, method, line)
        for rule in rules(app)
        for method in sorted((rule.methods or set()) & {"GET", "POST"})
        if (line := TABLE[rule.endpoint, method]).of_company and set(rule.arguments) - NO_IDS
    ]


def questions(app: Flask, addresses: Addresses, who: Who) -> Iterator[Asked]:
    """Somebody's own addresses, each id in turn replaced by another's, by nothing, and by what was theirs once."""
    foreign, lost = foreign_values(app), lost_values(app)
    for rule, method, line in of_somebody(app):
        if who not in line.may:
            continue
        own = addresses.values_of(rule)
        for argument in sorted(set(rule.arguments) - NO_IDS):
            nothing = NOTHING["int" if own[argument].isdecimal() else "string"]
            swaps = {nothing, foreign.get((rule.endpoint, argument), foreign.get(("", argument), nothing))}
            swaps |= {value for value in (lost.get((rule.endpoint, argument)),) if value}
            for value in sorted(swaps):
                yield Asked(rule, method, {**own, argument: value}, argument)


def answered(visitor: Visitor, asked: Asked, token: str) -> tuple[int, str]:
    """Status and body, the address itself and the token of the form left out."""
    data = {"csrf_token": token} if asked.method == "POST" else None
    with visitor.client.open(asked.address, method=asked.method, data=data) as answer:
        body = TOKEN.sub(r"\1", answer.text)
        for spelled in (asked.address, quote(asked.address, safe=""), quote(asked.address)):
            body = body.replace(spelled, "/…")
        return answer.status_code, body


def nothing_there(visitor: Visitor, method: str, token: str) -> tuple[int, str]:
    """What is met where there never was an address."""
    address = "/nothing/was/ever/here"
    data = {"csrf_token": token} if method == "POST" else None
    with visitor.client.open(address, method=method, data=data) as answer:
        body = TOKEN.sub(r"\1", answer.text)
        return answer.status_code, body.replace(address, "/…").replace(quote(address, safe=""), "/…")


@pytest.mark.parametrize(("who", "rules_asked"), [(Who.OWNER, 30), (Who.EDITOR, 15), (Who.ENTERING, 4)])
def test_bar_a2_no_id_but_ones_own_opens_or_changes_anything(
    county_app: Flask, addresses: Addresses, who: Who, rules_asked: int
) -> None:
    engine = county_app.extensions["engine"]
    visitor = arrive(county_app, who)
    token = visitor.token()
    expected = {method: nothing_there(visitor, method, token) for method in ("GET", "POST")}
    asked = list(questions(county_app, addresses, who))
    before = contents(engine, WRITTEN_BY_LOOKING)

    told_apart = [
        f"{each.method} {each.rule.rule} with {each.swapped}={each.values[each.swapped]}: {met[0]}"
        for each in asked
        if (met := answered(visitor, each, token)) != expected[each.method]
    ]

    assert len({each.rule.endpoint for each in asked}) >= rules_asked
    assert told_apart == []
    assert changes(before, contents(engine, WRITTEN_BY_LOOKING)) == []


@pytest.mark.parametrize("who", sorted(STRANGERS))
def test_bar_a2_to_strangers_the_company_is_not_there(
    county_app: Flask, addresses: Addresses, who: Who
) -> None:
    engine = county_app.extensions["engine"]
    visitor = arrive(county_app, who)
    token = visitor.token()
    expected = {method: nothing_there(visitor, method, token) for method in ("GET", "POST")}
    before = contents(engine, WRITTEN_BY_LOOKING)

    asked = [
        Asked(rule, method, addresses.values_of(rule))
        for rule, method, line in of_somebody(county_app)
        if line.expected(who, method) is Outcome.NOTHING
    ]
    told_apart = [
        f"{each.method} {each.address}: {met[0]}"
        for each in asked
        if (met := answered(visitor, each, token)) != expected[each.method]
    ]

    assert len(asked) >= 50
    assert told_apart == []
    assert changes(before, contents(engine, WRITTEN_BY_LOOKING)) == []


def test_bar_a2_an_id_of_another_in_query_or_form_reaches_nothing_of_theirs(
    county_app: Flask, addresses: Addresses
) -> None:
    engine = county_app.extensions["engine"]
    foreign = {argument: value for (_, argument), value in foreign_values(county_app).items()}
    visitor = arrive(county_app, Who.OWNER)
    token = visitor.token()
    before = of_company(engine, int(foreign["company_id"]))

    for rule, method, line in of_somebody(county_app):
        if Who.OWNER in line.may:
            address = addresses.of(rule, visitor.handle)
            data = {"csrf_token": token, **foreign} if method == "POST" else None
            with visitor.client.open(address, method=method, query_string=foreign, data=data) as answer:
                answer.get_data()
                assert answer.status_code < 500, address

    assert before
    assert of_company(engine, int(foreign["company_id"])) == before


def of_company(engine: Engine, company_id: int) -> set[str]:
    """Every row that is about a company by its number."""
    found: set[str] = set()
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            column = table.c.get("company_id")
            if table.name == "company":
                column = table.c.id
            if column is not None:
                rows = connection.execute(select(table).where(column == company_id))
                found |= {f"{table.name} {tuple(row)!r}" for row in rows}
    return found
