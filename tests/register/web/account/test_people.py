"""The administrator's pages."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.store import accounts
from tests.factories.people import person_of, post, sign_in

LINK = re.compile(r"http://localhost(/enrol/[\w-]{43})")


@pytest.fixture
def administrator(app: Flask, client: FlaskClient) -> FlaskClient:
    """A browser in which Amina, an administrator, is signed in."""
    sign_in(client, person_of(app, Role.ADMINISTRATOR))
    return client


def link_on(page: TestResponse) -> str:
    found = LINK.search(page.text)
    assert found, page.text
    return found[1]


def test_a_member_of_staff_gets_a_link_that_is_shown_once(administrator: FlaskClient) -> None:
    made = post(
        administrator, "/people/staff", name="Otieno Baraka", email="otieno@umiliki.example", role="officer"
    )
    listed = administrator.get("/people")

    assert administrator.application.test_client().get(link_on(made)).status_code == 200
    assert "Otieno Baraka" in listed.text
    assert "Invited" in listed.text
    assert not LINK.search(listed.text)


def test_a_supplier_is_added_with_their_company(administrator: FlaskClient) -> None:
    made = post(
        administrator,
        "/people/supplier",
        name="Ana Mwikali",
        email="ana@umiliki.example",
        scheme="KE-RCO",
        number="PVT-AB12CD3",
        company_name="Alfa Ltd",
    )

    assert link_on(made)
    assert "Ana Mwikali" in administrator.get("/people?who=suppliers").text
    assert "Ana Mwikali" not in administrator.get("/people").text


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ({"name": ""}, "Enter the person’s name."),
        ({"email": "otieno"}, "Enter an e-mail address such as"),
        ({"email": "administrator@umiliki.example"}, "Somebody has an account with this address already."),
        ({"role": ""}, "Choose a role."),
        ({"role": "supplier"}, "Choose a role."),
    ],
)
def test_a_slip_is_said_beside_its_field_and_the_rest_is_kept(
    administrator: FlaskClient, slip: dict[str, str], words: str
) -> None:
    good = {"name": "Otieno Baraka", "email": "otieno@umiliki.example", "role": "officer"}

    answer = post(administrator, "/people/staff", **(good | slip))

    kept = next(good[name] for name in ("name", "email") if name not in slip)
    assert words in answer.text
    assert f'value="{kept}"' in answer.text
    assert not LINK.search(answer.text)


def test_access_is_taken_away_at_once_and_given_back(app: Flask, administrator: FlaskClient) -> None:
    ana, browser = person_of(app, Role.SUPPLIER), app.test_client()
    sign_in(browser, ana)

    post(administrator, f"/people/{ana.id}/deactivate?who=suppliers", page="/people")
    without = browser.get("/sessions")
    listed = administrator.get("/people?who=suppliers").text
    post(administrator, f"/people/{ana.id}/reactivate", page="/people")

    assert without.status_code == 302
    assert "No access" in listed
    assert sign_in(browser, ana)


def test_an_administrator_cannot_shut_themselves_out(app: Flask, administrator: FlaskClient) -> None:
    with app.app_context():
        amina = accounts.by_email(db.session, "administrator@umiliki.example")
    assert amina

    answer = post(administrator, f"/people/{amina.id}/deactivate", page="/people")

    assert "Ask another administrator" in administrator.get(answer.location).text


@pytest.mark.parametrize("deed", ["link", "deactivate", "reactivate"])
def test_a_number_nobody_has_is_not_found(administrator: FlaskClient, deed: str) -> None:
    assert post(administrator, f"/people/4711/{deed}", page="/people").status_code == 404
    assert post(administrator, f"/people/{10**30}/{deed}", page="/people").status_code == 404


def test_a_new_link_replaces_a_lost_one(app: Flask, administrator: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)

    first = link_on(post(administrator, f"/people/{ana.id}/link", page="/people"))
    second = link_on(post(administrator, f"/people/{ana.id}/link", page="/people"))

    stranger = app.test_client()
    assert stranger.get(first).status_code == 404
    assert stranger.get(second).status_code == 200


def test_a_long_list_is_read_page_by_page(app: Flask, administrator: FlaskClient) -> None:
    with app.app_context():
        for number in range(60):
            person = f"person{number:02}@umiliki.example"
            accounts.create(db.session, person, f"Person {number:02}", Role.OFFICER, now=datetime.now(UTC))
        db.session.commit()

    first = administrator.get("/people")
    following = re.search(r'rel="next" href="([^"]+)"', first.text)
    assert following
    second = administrator.get(following[1].replace("&amp;", "&"))

    assert "Person 48" in first.text
    assert "Person 59" not in first.text
    assert "Person 59" in second.text


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.OFFICER, Role.REGISTRAR, Role.AUDITOR])
def test_others_do_not_see_people(app: Flask, client: FlaskClient, role: Role) -> None:
    sign_in(client, person_of(app, role))

    assert {client.get(f"/people{page}").status_code for page in ("", "/staff", "/supplier")} == {403}
