"""The first page of a company says what is so, and one thing to do next, in every state of its newest declaration."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask

from register.access import Principal, Role
from register.actions.ask_clarification import ask_clarification
from register.actions.reject_declaration import reject_declaration
from register.actions.take_into_review import take_into_review
from register.extensions import db
from register.store import declarations
from tests.factories.people import NAMES, person_of
from tests.factories.supplier import Supplier, supplier_of

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SIGNED = {"capacity": "director", "truth": "y", "signature": NAMES[Role.SUPPLIER]}


@pytest.fixture
def supplier(app: Flask) -> Supplier:
    """Somebody whose declaration waits for a registrar."""
    law = app.extensions["jurisdiction"]
    app.extensions["jurisdiction"] = replace(law, accepts_at_once=False)
    found = supplier_of(app)
    found.declares_alone("Ana Mwikali")
    return found


@pytest.fixture
def registrar(app: Flask) -> Principal:
    account = person_of(app, Role.REGISTRAR)
    return Principal(account.id, account.name, Role.REGISTRAR, "en")


def newest(supplier: Supplier) -> str:
    return declarations.of_company(db.session, supplier.company.id)[0].reference


def test_while_it_waits_there_is_nothing_to_do(app: Flask, supplier: Supplier, registrar: Principal) -> None:
    sent = supplier.see().at("main").text
    with app.app_context():
        take_into_review(db.session, newest(supplier), by=registrar, now=datetime.now(UTC))
        db.session.commit()
    checked = supplier.see().at("main").text

    assert "is with the county. You need do nothing now" in sent
    assert "A registrar is checking: Declaration UM-" in checked
    assert "Declare again" not in sent + checked


def test_a_question_is_the_one_thing_to_do(app: Flask, supplier: Supplier, registrar: Principal) -> None:
    with app.app_context():
        reference, law = newest(supplier), app.extensions["jurisdiction"]
        ask_clarification(
            db.session,
            reference,
            "Which bank holds the shares?",
            by=registrar,
            now=datetime.now(UTC),
            jurisdiction=law,
            base_url="https://umiliki.example",
        )
        db.session.commit()

    told = supplier.see().at("main").text

    assert "The registrar has a question about your declaration" in told
    assert "Answer the question" in told
    assert "again" not in told
    assert "need do nothing" not in told


def test_what_was_not_accepted_is_sent_again(app: Flask, supplier: Supplier, registrar: Principal) -> None:
    with app.app_context():
        reject_declaration(
            db.session,
            newest(supplier),
            "The certificate is of another company.",
            by=registrar,
            now=datetime.now(UTC),
        )
        db.session.commit()

    told = supplier.see().at("main").text

    assert "The county’s reason: The certificate is of another company." in told
    assert "Declare again" in told


def test_what_was_taken_back_is_sent_again(app: Flask, supplier: Supplier) -> None:
    with app.app_context():
        reference = newest(supplier)
    supplier.passes(f"declarations/{reference}/withdraw")

    told = supplier.see().at("main").text

    assert "You took back: Declaration UM-" in told
    assert "Declare again" in told


def test_what_stands_goes_on_standing_while_a_newer_one_waits(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone("Ana Mwikali")
    accepted = supplier.see().at("main").text
    law = app.extensions["jurisdiction"]
    app.extensions["jurisdiction"] = replace(law, accepts_at_once=False)
    supplier.passes("confirm", **SIGNED)
    waiting = supplier.see().at("main").text
    with app.app_context():
        reference = newest(supplier)
    supplier.passes(f"declarations/{reference}/withdraw")
    app.extensions["jurisdiction"] = replace(law, confirmation_months=-2)
    late = supplier.see().at("main").text

    assert "with the county" not in accepted
    assert "Until that is decided, what stands is what you declared before." in waiting
    assert "You took back" not in late
    assert "Confirm it now, or tell us what changed." in late
