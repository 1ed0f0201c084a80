"""bar-I3, bar-I1, bar-I12: whatever is typed into whichever field, the register answers, escapes, and keeps nothing hidden."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from urllib.parse import quote_from_bytes, quote_plus

import pytest
from flask import Flask
from sqlalchemy import Engine, RowMapping, Table, select
from werkzeug.test import TestResponse

from register.models.base import Base
from register.models.people import ParticularsRow
from register.store import particulars
from register.store.engine import session_factory
from register.store.rotation import SEALED
from register.store.vault import Vault
from tests.house.addresses import Addresses
from tests.house.conftest import Staged
from tests.house.hostile import HIDDEN, ODD, RAW, VALUES, Sheet, answered, octets, sheets
from tests.house.principals import Visitor, Who, arrive
from tests.house.test_bar_a1_access import END_SESSIONS, ENDS_MANDATE
from tests.house.tour import rules

FULL = os.environ.get("BARS") == "full"
#: The long run asks everybody, on both engines. Else a page is looked at by the first of these who may see it, and its
#: forms are tried on one of the engines: over both together each form is met.
FILL_IN = (Who.ANONYMOUS, Who.OWNER, Who.REGISTRAR, Who.ADMINISTRATOR) + (
    (Who.CLERK, Who.ENTERING, Who.OFFICER) if FULL else ()
)
#: Pages on which forms are looked for, and fields of one form that are tried alone.
PAGES, ALONE = (400, 1_000) if FULL else (150, 2)
#: Places that forms are sent to: a test that finds fewer has lost its way.
LEAST = 60 if FULL else 28
#: After these little is left to fill in: they come last.
LAST = END_SESSIONS | ENDS_MANDATE | {"declare.discard", "declare.sign", "declare.remove", "company.leave"}
NAMES = tuple(VALUES)
#: Sealed columns that hold keys, not words.
KEYS = frozenset({"sealed_key"})
SEALED_AT = {
    (each.table.__tablename__, each.column): each.place for each in SEALED if each.column not in KEYS
}


def send(visitor: Visitor, sheet: Sheet, changed: Mapping[str, str]) -> TestResponse:
    """Send a form octet by octet, as no browser would."""
    told = answered(sheet, changed)
    if sheet.method == "POST":
        told["csrf_token"] = visitor.token()
    body = "&".join(
        f"{quote_plus(name)}={quote_from_bytes(octets(str(value)))}" for name, value in told.items()
    )
    if sheet.method == "GET":
        return visitor.client.get(f"{sheet.action.partition('?')[0]}?{body}")
    return visitor.client.post(sheet.action, data=body, content_type="application/x-www-form-urlencoded")


def tries(number: int, sheet: Sheet) -> Iterator[dict[str, str]]:
    """What is changed in a form: in the long run each field to each value; else each field to one of them in turn."""
    first = number % max(1, len(sheet.names))
    turned = (*sheet.names[first:], *sheet.names[:first])
    for place, name in enumerate(turned[:ALONE]):
        told = NAMES if FULL else (NAMES[(number * 5 + place * 3) % len(NAMES)],)
        for which in told:
            yield {name: VALUES[which]}
    for which in NAMES if FULL else (NAMES[number % len(NAMES)],):
        yield dict.fromkeys(sheet.names, VALUES[which])


def test_bar_i3_whatever_is_typed_into_a_field_is_answered_and_escaped(
    staged: Staged, addresses: Addresses, tmp_path: Path, vault: Vault
) -> None:
    failed, unescaped, met = [], [], 0
    endpoints: set[str] = set()
    passed: set[str] | None = None if FULL else set()
    half = int(bool(staged.server))
    with staged.opened(tmp_path) as app:
        for who in FILL_IN:
            visitor = arrive(app, who)
            found = sorted(
                (
                    each
                    for each in sheets(app, visitor, addresses, PAGES, passed)
                    if FULL or each.half == half
                ),
                key=lambda each: (each.endpoint in LAST, each.kind),
            )
            for number, sheet in enumerate(found):
                endpoints.add(sheet.endpoint)
                for changed in tries(number, sheet):
                    with send(visitor, sheet, changed) as answer:
                        text = answer.get_data(as_text=True)
                    met += 1
                    where = (
                        f"{who.name} {sheet.endpoint} {sheet.action} {sorted(changed)[:3]} {_said(changed)}"
                    )
                    if answer.status_code >= 500:
                        failed.append(f"{where}: {answer.status_code}")
                    if any(each in text for each in RAW):
                        unescaped.append(where)
                    if answer.headers.getlist("Set-Cookie") and "x=1" in str(answer.headers):
                        failed.append(f"{where}: a header was put in")
                if sheet.endpoint in END_SESSIONS:
                    visitor = arrive(app, who)
        unescaped += [f"later: {address}" for address in _shown_raw(app, addresses)]
        kept = list(_hidden(app.extensions["engine"], vault))

    assert failed == []
    assert unescaped == []
    assert kept == []
    assert len(endpoints) >= LEAST, sorted(endpoints)
    assert met >= 2 * LEAST


def _said(changed: Mapping[str, str]) -> str:
    value = next(iter(changed.values()), "")
    return next((name for name, each in VALUES.items() if each == value), "")


def _shown_raw(app: Flask, addresses: Addresses) -> Iterator[str]:
    """Pages that tell afterwards what was typed, as something other than words."""
    read: set[str] = set()
    for who in FILL_IN:
        visitor = arrive(app, who)
        for rule in rules(app):
            if "GET" not in (rule.methods or ()) or (rule.rule in read and not FULL):
                continue
            address = addresses.of(rule, visitor.handle)
            with visitor.client.get(address) as answer:
                if answer.status_code == 200 and answer.mimetype in {"text/html", "image/svg+xml"}:
                    read.add(rule.rule)
                    text = answer.get_data(as_text=True)
                    if any(each in text for each in RAW):
                        yield address


def _hidden(engine: Engine, vault: Vault) -> Iterator[str]:
    """Columns, sealed ones too, in which a character stands that does not show."""
    with session_factory(engine, vault)() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)).mappings():
                for name, words in _words(table, row, vault):
                    if _is_hidden(words):
                        yield f"{table.name}.{name}: {words[:80]!r}"
        for scope in session.scalars(select(ParticularsRow.scope).distinct()):
            for told in particulars.opened(session, scope).values():
                if any(isinstance(each, str) and _is_hidden(each) for each in astuple(told)):
                    yield f"particulars of {scope}"


def _words(table: Table, row: RowMapping, vault: Vault) -> Iterator[tuple[str, str]]:
    """What a row says, opened where it is sealed."""
    for column in table.columns:
        value, place = row[column.name], SEALED_AT.get((table.name, column.name))
        if place and value and value.startswith(vault.mark):
            yield column.name, vault.unseal(value, place.format_map(row)).decode("utf-8", "replace")
        elif isinstance(value, str):
            yield column.name, value


def _is_hidden(text: str) -> bool:
    told = text.replace("\\u0000", "\0")
    return any(
        (unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\r\t")
        or letter in "\ufeff\u202e\u2066"
        for letter in told
    )


@pytest.mark.parametrize("who", [Who.ANONYMOUS, Who.OWNER, Who.REGISTRAR])
def test_bar_i3_whatever_stands_in_an_address_is_answered(
    county_app: Flask, addresses: Addresses, who: Who
) -> None:
    visitor, failed = arrive(county_app, who), []

    for number, rule in enumerate(rules(county_app)):
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        told = addresses.values_of(rule, visitor.handle)
        good = addresses.of(rule, visitor.handle)
        for place, argument in enumerate(sorted(rule.arguments)):
            for which in NAMES if FULL else (NAMES[(number + place * 7) % len(NAMES)],):
                value = quote_from_bytes(octets(VALUES[which]))
                address = good.replace(told[argument], value, 1)
                with visitor.client.open(
                    address, method=method, data={"csrf_token": visitor.token()}
                ) as answer:
                    answer.get_data()
                if answer.status_code >= 500:
                    failed.append(f"{rule.rule} {argument} {which}: {answer.status_code}")
        which = NAMES[number % len(NAMES)]
        query = "&".join(f"{name}={quote_from_bytes(octets(VALUES[which]))}" for name in QUERY)
        with visitor.client.get(f"{good}?{query}") as answer:
            answer.get_data()
        if answer.status_code >= 500:
            failed.append(f"{rule.rule}? {which}: {answer.status_code}")

    assert failed == []


#: What pages read from behind the question mark.
QUERY = (
    "q",
    "page",
    "after",
    "as_of",
    "past",
    "by",
    "way",
    "text",
    "state",
    "kind",
    "day",
    "next",
    "back",
    "limit",
    "s",
)


def test_the_hostile_values_are_each_a_kind_of_their_own() -> None:
    assert all(_is_hidden(value) for value in HIDDEN.values())
    assert not any(_is_hidden(value.replace("\r\n", "")) for value in ODD.values())
