"""The pages for enrolling."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.access import Role
from register.actions.create_staff import create_staff
from register.extensions import db
from register.store import accounts, codes, outbox
from tests.factories.page import Page
from tests.factories.people import PASSPHRASE, post

GONE = "This link does not work"


@pytest.fixture
def link(app: Flask) -> str:
    """The address of an invitation for Otieno, an officer."""
    with app.app_context():
        invitation = create_staff(
            db.session,
            "otieno@umiliki.example",
            "Otieno Baraka",
            Role.ADMINISTRATOR,
            by="clock",
            now=datetime.now(UTC),
        )
        db.session.commit()
    return invitation.address("")


def key_on(page: TestResponse) -> str:
    found = re.search(r'class="ref">([A-Z2-7 ]+)<', page.text)
    assert found
    return found[1].replace(" ", "")


RECOVERY = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b")


def test_looking_at_a_link_uses_nothing_up(client: FlaskClient, link: str) -> None:
    seen = [client.get(link) for _ in range(3)]

    assert [page.status_code for page in seen] == [200] * 3
    assert "Otieno Baraka" in seen[-1].text
    assert seen[-1].headers["Cache-Control"] == "no-store"


def test_a_passphrase_and_a_code_let_staff_in(app: Flask, client: FlaskClient, link: str) -> None:
    chosen = post(client, link, passphrase=PASSPHRASE, again=PASSPHRASE)
    page = client.get(chosen.location)
    code = codes.code_at(key_on(page), datetime.now(UTC))
    before = client.get("/people")
    answer = post(client, "/enrol/code", code=code)

    assert chosen.location == "/enrol/code"
    assert [each for each in Page(page.text).elements if each.tag == "svg" and "qr" in each.words_of("class")]
    assert before.status_code == 302
    assert "You are enrolled" in answer.text
    assert len(set(RECOVERY.findall(answer.text))) == 10
    assert client.get("/people").status_code == 200
    assert GONE in client.get(link).text
    assert GONE in client.get("/enrol/code").text
    with app.app_context():
        [letter] = outbox.newest(db.session, ("mail",))
    assert letter.payload["to"] == "otieno@umiliki.example"
    assert "http://localhost/sign-in" in letter.payload["text"]


@pytest.mark.parametrize(
    ("passphrase", "again", "words"),
    [
        ("mvua", "mvua", "at least 12 letters"),
        ("mvua " * 50, "mvua " * 50, "at most 200 letters"),
        (PASSPHRASE, "tembo mvua kijani nane", "The two passphrases differ"),
        ("Otieno Baraka 1", "Otieno Baraka 1", "easy to guess"),
        ("password123456", "password123456", "easy to guess"),
        ("", "", "Choose a passphrase."),
    ],
)
def test_a_weak_passphrase_is_refused_and_the_link_stays_good(
    client: FlaskClient, link: str, passphrase: str, again: str, words: str
) -> None:
    answer = post(client, link, passphrase=passphrase, again=again)

    assert answer.status_code == 200
    assert words in answer.text
    assert client.get(link).status_code == 200


def test_a_wrong_first_code_is_said_and_leaves_no_access(app: Flask, client: FlaskClient, link: str) -> None:
    post(client, link, passphrase=PASSPHRASE, again=PASSPHRASE)
    key = key_on(client.get("/enrol/code"))
    right = codes.code_at(key, datetime.now(UTC))

    answer = post(client, "/enrol/code", code="000000" if right != "000000" else "111111")

    assert "This code is not right" in answer.text
    assert key_on(answer) == key
    with app.app_context():
        otieno = accounts.by_email(db.session, "otieno@umiliki.example")
    assert otieno is not None
    assert not otieno.active


def test_an_invented_link_is_told_to_ask_for_a_new_one(client: FlaskClient) -> None:
    answer = client.get("/enrol/guess")

    assert answer.status_code == 404
    assert GONE in answer.text
    assert "ask the county" in answer.text
