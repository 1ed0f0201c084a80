"""The owner's own page, opened by the link in a letter."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from register.extensions import db
from register.store import audit, outbox, published
from tests.factories.page import Page
from tests.factories.people import post
from tests.factories.supplier import CANARIES, supplier_of

SPENT = "This link does not work"


@pytest.fixture
def link(app: Flask) -> str:
    """The address in the letter to Ana, whom Alfa declared as its owner."""
    supplier_of(app).declares_alone("Ana Mwikali")
    return link_in(letters(app)["canary@owner.example"])


def letters(app: Flask) -> dict[str, str]:
    """Every letter that waits, by whom it goes to."""
    with app.app_context():
        return {each.payload["to"]: each.payload["text"] for each in outbox.newest(db.session, ("mail",))}


def link_in(letter: str) -> str:
    found = re.search(r"https?://[^/\s]+(/declare/owner/\S+)", letter)
    assert found, letter
    return found[1]


def test_the_page_shows_what_was_said_in_public_and_uses_nothing_up(app: Flask, link: str) -> None:
    first, again = (app.test_client().get(link) for _ in range(2))

    page = Page(first.text)
    assert first.status_code == again.status_code == 200
    assert page.all("h1")[0].text == "Are you the Ana Mwikali named here?"
    assert "60\u00a0% of the shares" in page.all("dl", "facts")[0].text
    assert "since 4 May 2022" in page.all("dl", "facts")[0].text
    assert [each.text for each in page.all("button", "btn")] == ["Yes, this is me", "No, this is not me"]
    assert [canary for canary in CANARIES if canary in first.text] == []


def test_yes_states_in_public_that_it_is_one_person(app: Flask, link: str) -> None:
    with app.app_context():
        before = published.counts(db.session).statements

    answer = post(app.test_client(), link, answer="yes")

    assert "You said that this is you." in answer.text
    with app.app_context():
        assert published.counts(db.session).statements == before + 1
        newest = published.newest(db.session, 1)[0].statement
        assert [each.scheme_name for each in newest.record.identifiers] == ["UMILIKI-PERSON"]


def test_no_tells_the_registrar_and_changes_nothing(app: Flask, link: str) -> None:
    with app.app_context():
        before = published.counts(db.session).statements

    answer = post(app.test_client(), link, answer="no")

    assert "You said that this is not you." in answer.text
    letter = letters(app)["register@makueni.example"]
    assert "Alfa Builders Ltd named Ana Mwikali as an owner." in letter
    assert [canary for canary in CANARIES if canary in letter] == []
    with app.app_context():
        assert published.counts(db.session).statements == before
        assert "identity denied" in [each.action for each in audit.newest(db.session)]


def test_a_used_an_old_and_an_unknown_link_say_the_same(app: Flask, link: str) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=73)):
        old = app.test_client().get(link)
    post(app.test_client(), link, answer="yes")

    used, unknown = app.test_client().get(link), app.test_client().get("/declare/owner/never-was")

    assert {each.status_code for each in (old, used, unknown)} == {404}
    assert [SPENT in each.text for each in (old, used, unknown)] == [True] * 3


def test_a_link_answered_in_two_tabs_counts_once(app: Flask, link: str) -> None:
    one, other = app.test_client(), app.test_client()
    pages = [(each, each.get(link)) for each in (one, other)]
    tokens = [(each, re.search(r'csrf_token"[^>]*value="([^"]+)', page.text)) for each, page in pages]

    first, second = (
        each.post(link, data={"csrf_token": found[1] if found else "", "answer": "yes"})
        for each, found in tokens
    )

    assert first.status_code == 200
    assert second.status_code == 404
    assert SPENT in second.text
