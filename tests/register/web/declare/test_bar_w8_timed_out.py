"""bar-W8: whoever is signed out while typing gets back what they typed, and nobody else does."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import text

from register.access import Role
from register.extensions import db
from register.store import accounts, companies, sessions
from tests.factories.page import Page
from tests.factories.supplier import CANARIES, Supplier, filled, supplier_of

NEW = {
    "full_name": "Wavinya Typed",
    "nationality": "Kenya",
    "residence": "Uganda",
    "home_address": "plot 7788, Wote",
}


def begun(app: Flask) -> Supplier:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    return supplier


def signed_in_again(app: Flask, number: str = "PVT-ALFA01") -> Supplier:
    """The same person with a new session, as after signing in."""
    with app.app_context():
        account = accounts.by_email(db.session, f"{number.lower()}@supplier.example")
        company = companies.find(db.session, "KE-RCO", number)
        assert account
        assert company
        secret = sessions.start(
            db.session, account.id, Role.SUPPLIER, complete=True, browser="a phone", now=datetime.now(UTC)
        )
        db.session.commit()
    client = app.test_client()
    client.set_cookie("umiliki", secret)
    return Supplier(client, company)


def test_bar_w8_what_was_typed_as_the_session_ended_is_there_after_signing_in(app: Flask) -> None:
    supplier = begun(app)
    page = supplier.see("people/new")
    with app.app_context():
        db.session.execute(text("UPDATE account_session SET last_seen = '2026-01-01 00:00:00+00:00'"))
        db.session.commit()

    answer = supplier.post("people/new", page, **NEW)
    back = signed_in_again(app)
    offered = back.see("people/new")
    saved = back.post("people/new", offered, document="national_id", document_number="98765432", later="1")
    after = back.see("people/new")

    assert answer.location == f"/sign-in?next={supplier.at('people/new')}"
    assert "You typed this before you were signed out. It is not saved yet" in offered.source
    assert {name: filled(offered)[name] for name in NEW} == NEW
    assert filled(offered)["key"] == filled(page)["key"]
    assert saved.status_code == 302
    assert "before you were signed out" not in after.source
    assert not filled(after)["full_name"]


def test_bar_w8_every_question_says_how_long_it_waits(app: Flask) -> None:
    page = begun(app).see("people/new")

    assert "Send this page within 8 hours" in page.source


def test_bar_w8_a_page_that_stood_open_too_long_loses_nothing(app: Flask) -> None:
    supplier = begun(app)
    page = supplier.see("declarant")

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=9)):
        answer = supplier.post("declarant", page, name="Rose Mutheu", capacity="secretary")
        offered = supplier.see("declarant")

    assert answer.location == supplier.at("declarant")
    assert filled(offered)["name"] == "Rose Mutheu"


def test_what_was_typed_is_never_offered_to_somebody_else(app: Flask) -> None:
    supplier = begun(app)
    page = supplier.see("people/new")
    supplier_of(app, "Beta Ltd", "PVT-BETA01").begin()

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=13)):
        supplier.post("people/new", page, **NEW)
        other = signed_in_again(app, "PVT-BETA01")
        foreign = other.client.get(supplier.at("people/new"))
        own = other.see("people/new")

    assert foreign.status_code == 404
    assert "Wavinya Typed" not in own.source


def test_what_was_typed_is_kept_sealed_and_for_an_hour(app: Flask) -> None:
    supplier = begun(app)
    page = supplier.see("people/new")
    late = datetime.now(UTC) + timedelta(hours=13)

    with time_machine.travel(late):
        supplier.post("people/new", page, **NEW)
    with app.app_context():
        rows = db.session.execute(text("SELECT sealed FROM typed_answer")).scalars().all()
    with time_machine.travel(late + timedelta(minutes=61)):
        offered = signed_in_again(app).see("people/new")

    assert len(rows) == 1
    assert [canary for canary in ("Wavinya Typed", *CANARIES) if canary.encode() in bytes(rows[0])] == []
    assert "before you were signed out" not in offered.source


@pytest.mark.parametrize("ending", ["signed out", "no such session"])
def test_a_session_that_was_ended_on_purpose_keeps_nothing(app: Flask, ending: str) -> None:
    supplier = begun(app)
    page = supplier.see("people/new")
    if ending == "signed out":
        supplier.client.post("/sign-out", data={"csrf_token": filled(page)["csrf_token"]})
    else:
        supplier.client.set_cookie("umiliki", "x" * 43)

    answer = supplier.post("people/new", page, **NEW)

    assert answer.status_code in {400, 403}
    with app.app_context():
        assert db.session.execute(text("SELECT count(*) FROM typed_answer")).scalar() == 0


def test_a_forged_page_leaves_nothing_behind(app: Flask) -> None:
    supplier = begun(app)
    page = supplier.see("people/new")

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=9)):
        told = {**filled(page), **NEW, "csrf_token": "x" * 80}
        answer = supplier.client.post(supplier.at("people/new"), data=told)

    assert answer.status_code == 400
    with app.app_context():
        assert db.session.execute(text("SELECT count(*) FROM typed_answer")).scalar() == 0
    assert Page(answer.text).all("h1")
