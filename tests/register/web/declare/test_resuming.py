"""Whoever must stop is sent the way back to what they wrote: to their own contacts, once a day, and it lets nobody in."""

import pytest
from flask import Flask

from register.extensions import db
from register.store import outbox
from tests.factories.page import Page
from tests.factories.supplier import Supplier, supplier_of

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def asks(supplier: Supplier) -> Page:
    token = next(
        each.attributes["value"]
        for each in supplier.see().all("input")
        if each.attributes.get("name") == "csrf_token"
    )
    answer = supplier.client.post(supplier.at("send-link"), data={"csrf_token": token}, follow_redirects=True)
    return Page(answer.text)


def letters(app: Flask) -> list[str]:
    with app.app_context():
        return [
            str(work.payload["text"])
            for work in outbox.newest(db.session, ("mail", "sms"))
            if work.key.startswith("resume")
        ]


def test_the_link_is_sent_once_a_day_and_leads_to_the_tasks(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()

    first, again = asks(supplier), asks(supplier)

    (letter,) = letters(app)
    assert "We send the link" in first.at("main").text
    assert "We sent you the link today already" in again.at("main").text
    assert letter.count(supplier.home) == 1
    assert "Alfa Builders Ltd" in letter


def test_the_link_lets_nobody_in(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    asks(supplier)

    stranger = app.test_client().get(supplier.home)

    assert stranger.status_code in {302, 303}
    assert "/sign-in" in stranger.location


def test_nothing_is_sent_while_nothing_is_being_written(app: Flask) -> None:
    supplier = supplier_of(app)
    page = asks(supplier)

    assert letters(app) == []
    assert "We send the link" not in page.source
