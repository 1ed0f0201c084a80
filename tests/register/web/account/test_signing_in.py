"""The pages for signing in."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.store import accounts
from tests.factories.page import Page
from tests.factories.people import PASSPHRASE, fresh_code, person_of, post, sign_in

WRONG = "The address, the number or the passphrase is not right."


def cookie(client: FlaskClient) -> str | None:
    found = client.get_cookie("umiliki")
    return found.value if found else None


def test_the_form_helps_password_managers_and_keeps_the_address(client: FlaskClient) -> None:
    first = Page(client.get("/sign-in").text)
    refused = post(client, "/sign-in", email="ana@umiliki.example", passphrase="wrong passphrase")

    asked = {each.attributes.get("id"): each.attributes for each in first.elements if each.tag == "input"}
    assert asked["email"]["autocomplete"] == "username"
    assert asked["passphrase"]["autocomplete"] == "current-password"
    assert 'value="ana@umiliki.example"' in refused.text
    assert "wrong passphrase" not in refused.text
    assert 'href="#passphrase"' in refused.text


def test_nobody_learns_whether_an_account_exists(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    closed = person_of(app, Role.SUPPLIER, email="closed@umiliki.example")
    with app.app_context():
        accounts.set_active(db.session, closed.id, active=False)
        db.session.commit()

    answers = [
        post(client, "/sign-in", email=email, passphrase=passphrase)
        for email, passphrase in (
            (ana.email, "wrong passphrase"),
            ("nobody@umiliki.example", PASSPHRASE),
            (closed.email, PASSPHRASE),
        )
    ]

    shown = {re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}
    assert {answer.status_code for answer in answers} == {200}
    assert len(shown) == 1
    assert WRONG in shown.pop()


def test_too_many_tries_are_told_to_wait(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    for _ in range(10):
        post(client, "/sign-in", email=ana.email, passphrase="wrong passphrase")

    barred = post(client, "/sign-in", email=ana.email, passphrase=PASSPHRASE)

    assert barred.status_code == 429
    assert "Wait an hour" in barred.text
    assert cookie(client) is None


def test_a_supplier_lands_where_they_wanted_to_go(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    asked = client.get("/sessions?a=b")

    answer = post(client, asked.location, email=ana.email, passphrase=PASSPHRASE)

    assert asked.location == "/sign-in?next=/sessions?a%3Db"
    assert answer.location == "/sessions?a=b"
    assert client.get("/sessions").status_code == 200


def test_signing_in_never_leads_to_another_site(app: Flask, client: FlaskClient) -> None:
    officer = person_of(app, Role.ADMINISTRATOR)

    half = post(client, "/sign-in?next=//e.example", email=officer.email, passphrase=PASSPHRASE)
    whole = post(client, "/sign-in/code?next=https:e.example", code=fresh_code(app, officer))

    assert half.location == "/sign-in/code"
    assert whole.location == "/people"


def test_bar_a6_the_secret_changes_at_every_proof_and_the_old_ones_are_dead(
    app: Flask, client: FlaskClient
) -> None:
    amina = person_of(app, Role.ADMINISTRATOR)
    client.set_cookie("umiliki", "planted-by-somebody-else")

    post(client, "/sign-in", email=amina.email, passphrase=PASSPHRASE)
    half = cookie(client)
    refused = client.get("/people")
    post(client, "/sign-in/code", code=fresh_code(app, amina))
    whole = cookie(client)
    post(client, "/prove", passphrase=PASSPHRASE)
    again = cookie(client)

    assert refused.status_code == 302
    assert len({"planted-by-somebody-else", half, whole, again}) == 4
    for old in ("planted-by-somebody-else", half, whole):
        other = app.test_client()
        other.set_cookie("umiliki", str(old))
        assert other.get("/people").status_code == 302
    assert client.get("/people").status_code == 200


def test_a_wrong_code_is_said_and_five_start_over(app: Flask, client: FlaskClient) -> None:
    amina = person_of(app, Role.ADMINISTRATOR)
    post(client, "/sign-in", email=amina.email, passphrase=PASSPHRASE)
    right = fresh_code(app, amina)
    wrong = next(code for code in ("000000", "111111", "222222", "333333") if code != right)

    answers = [post(client, "/sign-in/code", code=wrong) for _ in range(5)]

    assert "This code is not right" in answers[0].text
    assert answers[4].location == "/sign-in"
    assert "five wrong codes" in client.get("/sign-in").text
    assert client.get("/sign-in/code").location == "/sign-in"


def test_an_unreadable_code_costs_no_try(app: Flask, client: FlaskClient) -> None:
    amina = person_of(app, Role.ADMINISTRATOR)
    post(client, "/sign-in", email=amina.email, passphrase=PASSPHRASE)

    for _ in range(7):
        assert "Enter six digits" in post(client, "/sign-in/code", code="12").text
    code = fresh_code(app, amina)
    answer = post(client, "/sign-in/code", code=f"{code[:3]} {code[3:]}")

    assert answer.location == "/people"


@pytest.mark.parametrize(("role", "rest"), [(Role.ADMINISTRATOR, 31), (Role.SUPPLIER, 12 * 60 + 1)])
def test_a_browser_left_alone_is_signed_out(app: Flask, client: FlaskClient, role: Role, rest: int) -> None:
    sign_in(client, person_of(app, role))
    started = time_machine.travel(timedelta(minutes=rest), tick=False)

    with started:
        answer = client.get("/sessions")

    assert answer.status_code == 302


def test_a_form_filled_before_signing_in_is_no_longer_good(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    page = client.get("/sign-in").text
    before = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert before
    sign_in(client, ana)

    answer = client.post("/sign-out", data={"csrf_token": before[1]})

    assert answer.status_code == 400
    assert client.get("/sessions").status_code == 200
