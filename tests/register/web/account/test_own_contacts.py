"""Changing the address or number one is reached at: proved, told to the old one, and counting after three days."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.commands.work import do_one, handlers
from register.extensions import db
from register.store import accounts
from tests.factories.codes import code_sent_to, sent_to
from tests.factories.people import PASSPHRASE, person_of, post, sign_in

NUMBER = "+254733000444"
LATER = timedelta(hours=72, minutes=1)


def work(app: Flask) -> None:
    while do_one(app.extensions["sessions"], handlers(app)):
        continue


@pytest.fixture
def ana(app: Flask, client: FlaskClient) -> str:
    """Ana is signed in, and wants a number that she proved; gives her address."""
    email = str(person_of(app, Role.SUPPLIER).email)
    answer = post(client, "/sign-in", email=email, passphrase=PASSPHRASE)
    assert answer.status_code == 302
    post(client, "/account/phone", contact="0733 000 444")
    proved = post(client, "/register/code", code=code_sent_to(app, NUMBER))
    assert proved.location == "/account"
    return email


def test_staff_change_their_address_with_the_same_proof_and_the_same_three_days(
    app: Flask, client: FlaskClient
) -> None:
    clerk, wanted = person_of(app, Role.CLERK), "charles@county.example"
    sign_in(client, clerk)
    post(client, "/account/email", contact=wanted)
    proved = post(client, "/register/code", code=code_sent_to(app, wanted))
    told = sent_to(app, str(clerk.email))

    with time_machine.travel(LATER):
        work(app)
        changed = post(app.test_client(), "/sign-in", email=wanted, passphrase=PASSPHRASE)

    assert proved.location == "/account"
    assert "/undo/" in told[0]
    assert changed.location == "/sign-in/code"
    assert client.get("/account/phone").status_code == 404


def undo_link(app: Flask, email: str) -> str:
    found = re.search(r"http://localhost(:\d+)?(/undo/[\w-]+)", sent_to(app, email)[0])
    assert found
    return found[2]


def test_bar_a10_a_new_number_counts_after_72_hours_and_the_old_address_is_told(
    app: Flask, client: FlaskClient, ana: str
) -> None:
    told = sent_to(app, ana)[0]
    work(app)
    at_once = post(app.test_client(), "/sign-in", email=NUMBER, passphrase=PASSPHRASE)
    forgotten = app.test_client()
    post(forgotten, "/forgotten", contact=NUMBER)
    message = sent_to(app, NUMBER)[0]

    with time_machine.travel(timedelta(hours=71, minutes=59)):
        work(app)
        before = post(app.test_client(), "/sign-in", email=NUMBER, passphrase=PASSPHRASE)
    with time_machine.travel(LATER):
        work(app)
        after = post(app.test_client(), "/sign-in", email=NUMBER, passphrase=PASSPHRASE)

    assert "+254***444" in told
    assert "+254733" not in told
    assert (at_once.status_code, before.status_code, after.status_code) == (200, 200, 302)
    assert not re.search(r"\d{6}", message)
    assert "counts from now on" in sent_to(app, ana)[0]
    assert "counts from now on" in sent_to(app, NUMBER)[0]


def test_bar_a10_who_did_not_ask_undoes_it_and_the_thief_is_out(
    app: Flask, client: FlaskClient, ana: str
) -> None:
    link, owner = undo_link(app, ana), app.test_client()

    seen = owner.get(link)
    still_in = client.get("/account").status_code
    undone = post(owner, link, answer="undo")
    with time_machine.travel(LATER):
        work(app)

    assert "+254***444" in seen.text
    assert still_in == 200
    assert "It is undone" in undone.text
    assert client.get("/account").status_code == 302
    assert post(app.test_client(), "/sign-in", email=ana, passphrase=PASSPHRASE).status_code == 200
    assert owner.get(link).status_code == 404
    with app.app_context():
        assert accounts.by_phone(db.session, NUMBER) is None


def test_who_changes_their_mind_takes_it_back(app: Flask, client: FlaskClient, ana: str) -> None:
    page = client.get("/account").text
    withdraw = re.search(r'action="(/account/change/\d+/withdraw)"', page)
    assert withdraw
    assert "+254***444" in page

    answer = post(client, withdraw[1], page="/account")
    with time_machine.travel(LATER):
        work(app)

    assert "+254***444" not in client.get(answer.location).text
    assert post(client, withdraw[1], page="/account").status_code == 404
    with app.app_context():
        assert accounts.by_phone(db.session, NUMBER) is None


def test_nobody_takes_back_the_change_of_another(app: Flask, client: FlaskClient, ana: str) -> None:
    withdraw = re.search(r'action="(/account/change/\d+/withdraw)"', client.get("/account").text)
    assert withdraw
    stranger = app.test_client()
    sign_in(stranger, person_of(app, Role.SUPPLIER, email="musa@umiliki.example"))

    assert post(stranger, withdraw[1], page="/account").status_code == 404


def test_a_number_that_somebody_took_meanwhile_falls_away(app: Flask, client: FlaskClient, ana: str) -> None:
    other = app.test_client()
    post(other, "/register", name="Musa", contact=NUMBER)
    post(other, "/register/code", code=code_sent_to(app, NUMBER))
    post(
        other,
        "/register/passphrase",
        passphrase="mawingu saba juu ya kilima",
        again="mawingu saba juu ya kilima",
    )

    with time_machine.travel(LATER):
        work(app)

    with app.app_context():
        holder = accounts.by_phone(db.session, NUMBER)
        assert holder
        assert holder.name == "Musa"


def test_a_number_that_somebody_has_gets_no_code(app: Flask, client: FlaskClient) -> None:
    musa = person_of(app, Role.SUPPLIER, email="musa@umiliki.example")
    sign_in(client, person_of(app, Role.SUPPLIER))

    asked = post(client, "/account/email", contact=str(musa.email))

    assert asked.location == "/register/code"
    assert "belongs to an account already" in sent_to(app, str(musa.email))[0]


def test_a_browser_left_open_changes_nothing(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.SUPPLIER))

    with time_machine.travel(timedelta(minutes=6)):
        asked = [client.get(page) for page in ("/account/phone", "/account/email", "/account/passphrase")]

    assert {answer.location.partition("?")[0] for answer in asked} == {"/prove"}


def test_a_changed_passphrase_signs_out_all_others_and_is_told(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    elsewhere = app.test_client()
    sign_in(elsewhere, ana)
    sign_in(client, ana)
    before = client.get_cookie("umiliki")
    new = "mawingu saba juu ya kilima"

    post(client, "/account/passphrase", passphrase=new, again=new)

    after = client.get_cookie("umiliki")
    assert elsewhere.get("/account").status_code == 302
    assert client.get("/account").status_code == 200
    assert before
    assert after
    assert before.value != after.value
    assert "another passphrase was chosen" in sent_to(app, str(ana.email))[0]


def test_all_other_browsers_are_signed_out_at_once(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    others = [app.test_client() for _ in range(3)]
    for browser in (*others, client):
        sign_in(browser, ana)

    post(client, "/sessions/others/end", page="/sessions")

    assert [browser.get("/account").status_code for browser in others] == [302, 302, 302]
    assert client.get("/account").status_code == 200
