"""bar-A3: a form writes what it asks, and nothing else that is sent with it under the name of any column."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from register.models.base import Base
from register.web import gate
from tests.factories.page import Page
from tests.factories.supplier import Answers
from tests.house.access_table import TABLE
from tests.house.addresses import Addresses
from tests.house.cells import cells, changed, written
from tests.house.conftest import Staged
from tests.house.principals import Visitor, Who, arrive
from tests.house.test_bar_a1_access import END_SESSIONS, ENDS_MANDATE, TYPED
from tests.house.tour import unsafe

#: Who fills in forms; what they may, all may who are of their kind.
FILL_IN = (Who.ANONYMOUS, Who.OWNER, Who.ADMINISTRATOR, Who.OFFICER, Who.REGISTRAR, Who.ENTERING)
#: The second engine keeps what the first keeps; the long run asks it everything too.
FILL_IN_AGAIN = FILL_IN if os.environ.get("BARS") == "full" else (Who.OWNER, Who.REGISTRAR)
#: Comes after what it would take away.
LAST = ENDS_MANDATE | {"declare.discard"}
#: What no honest answer is: looked for in every cell that a form wrote.
POISON, NUMBER = "poison-7f3a91c2", "1777123987"
#: Names that forms of ours never give to a field of their own, beside those of the columns.
MORE = ("is_admin", "accepted", "acts_for", "companies", "permission", "principal")
#: Good answers, for forms that would otherwise be sent back and change nothing.
GOOD: Mapping[str, Answers] = {
    "account.add_staff": {"name": "Nia Kavata", "email": "nia@county.example", "role": "officer"},
    "account.add_supplier": {
        "name": "Nia Kavata",
        "email": "nia@supplier.example",
        "scheme": "KE-RCO",
        "number": "PVT-NIA01",
        "company_name": "Nia Works Ltd",
    },
    "company.ask_known": {"capacity": "director", "role": "viewer"},
    "company.ask_new": {
        "capacity": "director",
        "role": "viewer",
        "scheme": "KE-RCO",
        "number": "PVT-ASKED",
        "company_name": "Asked Ltd",
    },
    "company.invite": {"capacity": "employee", "role": "viewer", "contact": "nia@people.example"},
    "company.person": {"role": "viewer"},
    "company.refuse": {"reason": "Unknown to us."},
    "declare.answer": {"then": "everyone"},
    "declare.sign": {"truth": "y", "signature": "Janet Mumbua Kimeu"},
    "review.ask": {"about": "", "question": "Who holds the rest?"},
    "review.new_paper": {
        "scheme": "KE-RCO",
        "number": "PVT-SHEET",
        "company_name": "Sheet Ltd",
        "title": "A form",
        "signed_name": "Wanza Mutiso",
        "signed_capacity": "director",
        "signed_on-day": "1",
        "signed_on-month": "2",
        "signed_on-year": "2026",
    },
    "review.refuse_claim": {"reason": "The paper names another company."},
    "review.reject": {"reason": "Kaiti Holdings is missing."},
    "screen.quick_screen": {"bidders": "Nia Works Ltd, PVT-NIA01\nAsked Ltd"},
}


def column_names() -> list[str]:
    """The name of every column, alone and as a field within a form of its table."""
    names: set[str] = set(MORE)
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            names |= {column.name, f"{table.name}-{column.name}"}
    return sorted(names)


def sent(
    app: Flask, addresses: Addresses, extra: Mapping[str, str], people: tuple[Who, ...]
) -> Iterator[tuple[str, int, frozenset[str], str]]:
    """Send every form; give endpoint and who, the status, the columns that changed, and what was written."""
    engine = app.extensions["engine"]
    for who in people:
        visitor = arrive(app, who)
        token, before = visitor.token(), cells(engine)
        for rule, method in sorted(unsafe(app), key=lambda each: each[0].endpoint in LAST):
            if who not in TABLE[rule.endpoint, method].may:
                continue
            answers = {**_answers(visitor, rule, addresses), "csrf_token": token}
            poison = {name: value for name, value in extra.items() if name not in answers}
            with visitor.client.open(
                addresses.of(rule, visitor.handle), method=method, data={**poison, **answers}
            ) as answer:
                answer.get_data()
            after = cells(engine)
            yield (
                f"{who}: {rule.endpoint}",
                answer.status_code,
                changed(before, after),
                written(before, after),
            )
            before = after
            if rule.endpoint in END_SESSIONS:
                visitor = arrive(app, who)
                token, before = visitor.token(), cells(engine)


def _answers(visitor: Visitor, rule: Rule, addresses: Addresses) -> Answers:
    """What the page of the form is filled in with, where it has a page, and what else it needs."""
    address: str = addresses.of(rule, visitor.handle)
    answers: Answers = {}
    if "GET" in (rule.methods or ()):
        page = visitor.client.get(address)
        if page.status_code == 200 and page.mimetype == "text/html":
            answers = _typed(Page(page.text), address)
    return {**answers, **TYPED.get(rule.endpoint, {}), **GOOD.get(rule.endpoint, {})}


def _typed(page: Page, address: str) -> Answers:
    """The fields of the form that a page sends to its own address, as the page gives them."""
    found: Answers = {}
    inside, listed = False, ""
    for element in page.elements:
        given = element.attributes
        if element.tag == "form":
            inside = (
                given.get("method") == "post" and given.get("action", address).partition("?")[0] == address
            )
        elif inside and element.tag == "select":
            listed = given["name"]
        elif inside and element.tag == "option" and "selected" in given:
            found[listed] = given.get("value", "")
        elif inside and element.tag == "textarea":
            found[given["name"]] = element.text.strip()
        elif inside and element.tag == "input" and "name" in given and given.get("type") != "file":
            if given.get("type") not in {"radio", "checkbox"} or "checked" in given:
                found[given["name"]] = given.get("value", "y")
            else:
                found.setdefault(given["name"], "")
    return found


def test_bar_a3_no_form_writes_a_column_that_it_does_not_ask_for(
    staged: Staged, addresses: Addresses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, odd = tmp_path / "plain", tmp_path / "odd"
    plain.mkdir()
    odd.mkdir()
    people = FILL_IN_AGAIN if staged.server else FILL_IN
    names = column_names()
    poison = {name: NUMBER if index % 2 else POISON for index, name in enumerate(names)}
    with staged.opened(plain) as app:
        usual = [(where, status, columns) for where, status, columns, _ in sent(app, addresses, {}, people)]
    # A form of so many fields is turned away as a whole; here each is to be met.
    monkeypatch.setattr(gate, "MOST_FIELDS", 10 * len(names))
    with staged.opened(odd) as app:
        met = list(sent(app, addresses, poison, people))

    outside = [
        f"{where}: {sorted(columns - before)}"
        for (where, _, before), (_, _, columns, _) in zip(usual, met, strict=True)
        if columns - before
    ]
    refused = [
        where
        for (where, status, _), (_, other, _, _) in zip(usual, met, strict=True)
        if status < 400 <= other
    ]
    steered = [where for where, _, _, text in met if POISON in text or NUMBER in text]

    assert len(names) >= 400
    assert sum(bool(columns) for _, _, columns in usual) >= 20
    assert refused == []
    assert outside == []
    assert steered == []


@pytest.mark.parametrize("endpoint", sorted(GOOD))
def test_a_good_answer_stands_for_a_form_that_there_is(endpoint: str) -> None:
    assert (endpoint, "POST") in TABLE
