"""Recovery codes of staff: ten on paper, each good once, for whoever lost the phone."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from register.access import Role
from register.extensions import db
from register.models.factors import RecoveryCodeRow
from register.store import audit, recovery_codes
from register.store.accounts import Account
from tests.factories.codes import sent_to
from tests.factories.people import half_way, person_of, post, sign_in

CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b")


@pytest.fixture
def officer(app: Flask, client: FlaskClient) -> Account:
    """Otieno, an officer, signed in in this browser."""
    account = person_of(app, Role.OFFICER)
    sign_in(client, account)
    return account


def made_codes(client: FlaskClient) -> list[str]:
    return CODE.findall(post(client, "/account/recovery-codes").text)


def test_bar_a10_ten_recovery_codes_are_shown_once_and_kept_as_hashes(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    codes = made_codes(client)

    assert len(set(codes)) == 10
    assert CODE.findall(client.get("/account/factors").text) == []
    with app.app_context():
        kept = repr([row.code_hash for row in db.session.scalars(select(RecoveryCodeRow))])
        told = repr(audit.newest(db.session))
    assert not [code for code in codes if code in kept + told or code.replace("-", "") in kept + told]


@pytest.mark.parametrize(
    "written", [str, str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "]
)
def test_a_recovery_code_stands_in_for_a_lost_phone_once(
    app: Flask, client: FlaskClient, officer: Account, written
) -> None:
    first, *_ = made_codes(client)

    inside = post(half_way(app, officer), "/sign-in/recovery", code=written(first))
    again = post(half_way(app, officer), "/sign-in/recovery", code=first)

    assert inside.location == "/tenders"
    assert "used before" in again.text
    assert "one of your recovery codes" in sent_to(app, str(officer.email))[0]
    with app.app_context():
        assert recovery_codes.left(db.session, officer.id) == 9


def test_new_recovery_codes_replace_the_old(app: Flask, client: FlaskClient, officer: Account) -> None:
    old, *_ = made_codes(client)
    new, *_ = made_codes(client)

    refused = post(half_way(app, officer), "/sign-in/recovery", code=old)

    assert "not right" in refused.text
    assert post(half_way(app, officer), "/sign-in/recovery", code=new).location == "/tenders"


def test_the_recovery_code_of_another_is_no_good(app: Flask, client: FlaskClient, officer: Account) -> None:
    code, *_ = made_codes(client)
    auditor = person_of(app, Role.AUDITOR)

    assert "not right" in post(half_way(app, auditor), "/sign-in/recovery", code=code).text


def test_bar_a10_a_change_of_factors_signs_out_the_other_browsers(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    elsewhere = app.test_client()
    sign_in(elsewhere, officer)

    made_codes(client)

    assert elsewhere.get("/account").status_code == 302
    assert client.get("/account").status_code == 200
