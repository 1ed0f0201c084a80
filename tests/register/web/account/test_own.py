"""One's own pages."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from tests.factories.people import PASSPHRASE, person_of, post, sign_in


def test_signing_out_ends_the_session_in_the_register(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.SUPPLIER))
    kept = client.get_cookie("umiliki")
    assert kept

    answer = post(client, "/sign-out", page="/sessions")

    thief = app.test_client()
    thief.set_cookie("umiliki", kept.value)
    assert client.get_cookie("umiliki") is None
    assert thief.get("/sessions").status_code == 302
    assert "You are signed out" in client.get(answer.location).text


def test_signing_out_takes_a_button_not_a_link(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.SUPPLIER))

    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 400
    assert client.get("/sessions").status_code == 200


def test_a_lost_phone_is_signed_out_from_another_browser(app: Flask, client: FlaskClient) -> None:
    ana, phone = person_of(app, Role.SUPPLIER), app.test_client()
    sign_in(client, ana)
    phone.environ_base["HTTP_USER_AGENT"] = (
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/120 Safari/537"
    )
    sign_in(phone, ana)
    page = client.get("/sessions")
    address = next(part for part in page.text.split('"') if part.startswith("/sessions/"))

    answer = post(client, address, page="/sessions")

    assert "Chrome, Android" in page.text
    assert answer.status_code == 302
    assert phone.get("/sessions").status_code == 302
    assert client.get("/sessions").status_code == 200


def test_bar_a2_nobody_ends_a_session_of_another(app: Flask, client: FlaskClient) -> None:
    ana, musa = (person_of(app, Role.SUPPLIER, email=f"{name}@umiliki.example") for name in ("ana", "musa"))
    for_ana, second = app.test_client(), app.test_client()
    sign_in(for_ana, ana)
    sign_in(second, ana)
    sign_in(client, musa)
    address = next(part for part in for_ana.get("/sessions").text.split('"') if part.startswith("/sessions/"))

    others = post(client, address, page="/sessions")
    unknown = post(client, "/sessions/guess/end", page="/sessions")

    assert others.status_code == unknown.status_code == 404
    assert second.get("/sessions").status_code == 200


def test_proving_again_needs_the_passphrase(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.SUPPLIER))

    wrong = post(client, "/prove?next=/sessions", passphrase="wrong passphrase")
    right = post(client, "/prove?next=/sessions", passphrase=PASSPHRASE)

    assert "This passphrase is not right" in wrong.text
    assert right.location == "/sessions"


@pytest.mark.parametrize("asked", ["//e.example", "/\\e.example", "https:e.example", "/\t/e.example"])
def test_choosing_a_language_leads_to_no_other_site(client: FlaskClient, asked: str) -> None:
    answer = client.get("/language/sw", query_string={"next": asked})

    assert answer.location == "/"


def test_a_language_is_remembered_and_leads_back(client: FlaskClient) -> None:
    answer = client.get("/language/sw", query_string={"next": "/sign-in?next=/people"})

    chosen = client.get_cookie("language")
    assert answer.location == "/sign-in?next=/people"
    assert chosen
    assert chosen.value == "sw"
    assert client.get("/language/xx").status_code == 404
