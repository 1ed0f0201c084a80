"""Registering with a number or an address, and choosing another passphrase with a code."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.store import accounts, audit, throttles
from tests.factories.codes import code_sent_to, sent_to
from tests.factories.people import PASSPHRASE, person_of, post, sign_in

NUMBER = "+254712345678"
ANOTHER = "mawingu saba juu ya kilima"


def registered(app: Flask, client: FlaskClient, contact: str = "0712 345 678", found: str = NUMBER) -> None:
    """Somebody makes an account through the pages."""
    post(client, "/register", name="Ana Mwikali", contact=contact)
    post(client, "/register/code", code=code_sent_to(app, found))
    answer = post(client, "/register/passphrase", passphrase=PASSPHRASE, again=PASSPHRASE)
    assert answer.status_code == 302, answer.text


@pytest.mark.parametrize(
    ("contact", "found"), [("0712 345 678", NUMBER), ("Ana@Umiliki.Example", "ana@umiliki.example")]
)
def test_a_supplier_registers_and_signs_in_next_time(
    app: Flask, client: FlaskClient, contact: str, found: str
) -> None:
    asked = post(client, "/register", name="Ana Mwikali", contact=contact)
    proved = post(client, asked.location, code=code_sent_to(app, found))
    inside = post(client, proved.location, passphrase=PASSPHRASE, again=PASSPHRASE)

    companies = client.get(inside.location)
    again = app.test_client()
    answer = post(again, "/sign-in", email=contact, passphrase=PASSPHRASE)

    assert "Your companies" in companies.text
    assert answer.location == inside.location
    assert "Ana Mwikali" in again.get("/account").text
    assert "you have an account" in sent_to(app, found)[0]


def test_nobody_learns_whether_a_contact_is_known(app: Flask) -> None:
    ana = person_of(app, Role.SUPPLIER)
    officer = person_of(app, Role.OFFICER)
    closed = person_of(app, Role.SUPPLIER, email="closed@umiliki.example")
    with app.app_context():
        accounts.set_active(db.session, closed.id, active=False)
        db.session.commit()
    pages: dict[str, set[str]] = {"/register": set(), "/forgotten": set()}

    for page, seen in pages.items():
        for contact in (ana.email, officer.email, closed.email, "nobody@umiliki.example"):
            client = app.test_client()
            asked = post(client, page, name="A", contact=str(contact))
            shown = client.get(asked.location).text.replace("o***@", "x***@").replace("s***@", "x***@")
            refused = post(client, asked.location, code="000000")
            same = shown.replace("c***@", "x***@").replace("n***@", "x***@")
            seen.add(
                re.sub(
                    r'value="[^"]*"', "", f"{asked.status_code} {asked.location} {same} {refused.status_code}"
                )
            )

    assert {page: len(seen) for page, seen in pages.items()} == {"/register": 1, "/forgotten": 1}
    assert "You have an account" not in str(pages)


def test_who_has_an_account_is_told_so_by_letter_and_gets_no_second_one(
    app: Flask, client: FlaskClient
) -> None:
    ana = person_of(app, Role.SUPPLIER)

    post(client, "/register", name="Someone Else", contact=str(ana.email))

    letter = sent_to(app, str(ana.email))[0]
    assert "belongs to an account already" in letter
    assert not re.search(r"\b\d{6}\b", letter)


def test_a_code_is_no_good_in_another_browser(app: Flask, client: FlaskClient) -> None:
    post(client, "/register", name="Ana", contact=NUMBER)
    stranger = app.test_client()
    post(stranger, "/register", name="Musa", contact="0799 000 111")

    answer = post(stranger, "/register/code", code=code_sent_to(app, NUMBER))

    assert "This code is not right" in answer.text
    assert stranger.get("/register/passphrase").location == "/register/code"


def test_five_wrong_codes_start_over(app: Flask, client: FlaskClient) -> None:
    post(client, "/register", name="Ana", contact=NUMBER)
    right = code_sent_to(app, NUMBER)
    wrong = "000000" if right != "000000" else "111111"

    answers = [post(client, "/register/code", code=wrong) for _ in range(5)]

    assert answers[4].location == "/register"
    assert "Ask for another" in client.get("/register").text
    assert client.get("/register/code").location == "/register"


def test_bar_a8_three_codes_an_hour_and_twenty_a_day_for_one_number(app: Flask, client: FlaskClient) -> None:
    with time_machine.travel("2026-03-02T06:00:00Z", tick=False) as clock:
        first_hour = [post(client, "/register", name="Ana", contact=NUMBER).status_code for _ in range(5)]
        sent = []
        for _ in range(11):
            clock.shift(timedelta(hours=1, minutes=10))
            sent += [post(client, "/register", name="Ana", contact=NUMBER).status_code for _ in range(3)]

    assert first_hour == [302, 302, 302, 429, 429]
    assert len(sent_to(app, NUMBER)) == 20
    assert sent.count(302) == 17


def test_one_neighbourhood_cannot_have_codes_sent_to_everybody(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        for _ in range(100):
            throttles.count(db.session, "codes from", "127.0.0.0/24", now=_now())
        db.session.commit()

    assert post(client, "/register", name="Ana", contact=NUMBER).status_code == 429


def _now():
    from datetime import UTC, datetime

    return datetime.now(UTC)


@pytest.mark.parametrize(
    "passphrase", ["short", "mwikali mwikali", "umiliki umiliki makueni", "passw0rd1234"]
)
def test_bar_a9_a_passphrase_that_is_easy_to_guess_is_refused(
    app: Flask, client: FlaskClient, passphrase: str
) -> None:
    post(client, "/register", name="Ana Mwikali", contact=NUMBER)
    post(client, "/register/code", code=code_sent_to(app, NUMBER))

    answer = post(client, "/register/passphrase", passphrase=passphrase, again=passphrase)

    assert answer.status_code == 200
    assert 'href="#passphrase"' in answer.text


def test_a_forgotten_passphrase_is_chosen_anew_and_others_are_out(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    thief = app.test_client()
    sign_in(thief, ana)

    post(client, "/forgotten", contact=str(ana.email))
    post(client, "/register/code", code=code_sent_to(app, str(ana.email)))
    inside = post(client, "/register/passphrase", passphrase=ANOTHER, again=ANOTHER)

    assert inside.location == "/declare/"
    assert thief.get("/sessions").status_code == 302
    assert post(app.test_client(), "/sign-in", email=str(ana.email), passphrase=PASSPHRASE).status_code == 200
    assert post(app.test_client(), "/sign-in", email=str(ana.email), passphrase=ANOTHER).status_code == 302
    assert "passphrase was chosen" in sent_to(app, str(ana.email))[0]


def test_staff_get_no_new_passphrase_by_code(app: Flask, client: FlaskClient) -> None:
    officer = person_of(app, Role.OFFICER)

    post(client, "/forgotten", contact=str(officer.email))

    assert "belongs to staff" in sent_to(app, str(officer.email))[0]


def test_access_taken_away_while_the_code_was_under_way_counts(app: Flask, client: FlaskClient) -> None:
    ana = person_of(app, Role.SUPPLIER)
    post(client, "/forgotten", contact=str(ana.email))
    post(client, "/register/code", code=code_sent_to(app, str(ana.email)))
    with app.app_context():
        accounts.set_active(db.session, ana.id, active=False)
        db.session.commit()

    answer = post(client, "/register/passphrase", passphrase=ANOTHER, again=ANOTHER)

    assert answer.location == "/register"
    assert client.get("/account").status_code == 302


def test_bar_a7_address_and_number_of_one_account_share_its_ten_tries(
    app: Flask, client: FlaskClient
) -> None:
    registered(app, client)
    with app.app_context():
        ana = accounts.by_phone(db.session, NUMBER)
        assert ana
        accounts.set_contact(db.session, ana.id, _email("ana@umiliki.example"))
        db.session.commit()
    stranger = app.test_client()

    by_number = [post(stranger, "/sign-in", email=NUMBER, passphrase="wrong passphrase") for _ in range(6)]
    by_address = [
        post(stranger, "/sign-in", email="ana@umiliki.example", passphrase="wrong passphrase")
        for _ in range(4)
    ]
    eleventh = post(stranger, "/sign-in", email="ana@umiliki.example", passphrase=PASSPHRASE)

    # It looks like any wrong passphrase, so that nobody learns that both belong to one person.
    assert {answer.status_code for answer in (*by_number, *by_address, eleventh)} == {200}
    assert "passphrase is not right" in eleventh.text


def _email(value: str):
    from register.store.contacts import Contact, ContactKind

    return Contact(ContactKind.EMAIL, value)


def test_no_number_stands_in_the_trail(app: Flask, client: FlaskClient) -> None:
    registered(app, client)

    with app.app_context():
        told = repr(audit.newest(db.session))
    assert "registered" in told
    assert "712345678" not in told
