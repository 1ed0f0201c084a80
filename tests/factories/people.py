"""Invented people with accounts, and how they sign in through the pages."""

import re
from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.access import STAFF, Role
from register.actions.create_account_ready import create_account_ready
from register.extensions import db
from register.store import accounts, codes
from register.store.accounts import Account

PASSPHRASE = "tembo mvua kijani saba"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NAMES = {
    Role.SUPPLIER: "Ana Mwikali",
    Role.OFFICER: "Otieno Baraka",
    Role.CLERK: "Charles Musyoka",
    Role.REGISTRAR: "Rehema Kioko",
    Role.ADMINISTRATOR: "Amina Wanza",
    Role.AUDITOR: "Daudi Mutua",
}


def person(session: Session, role: Role, *, email: str | None = None, at: datetime | None = None) -> Account:
    """An account that can sign in with PASSPHRASE and, for staff, the codes of SECRET. Commits nothing."""
    return create_account_ready(
        session,
        email or f"{role.value}@umiliki.example",
        NAMES[role],
        role,
        PASSPHRASE,
        SECRET if role in STAFF else None,
        at or datetime.now(UTC),
    )


def person_of(app: Flask, role: Role, *, email: str | None = None) -> Account:
    """The same in the application's database, committed."""
    with app.app_context():
        account = person(db.session, role, email=email)
        db.session.commit()
    return account


def token(page: TestResponse) -> str:
    """What protects a page's form against forged posts."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert found, "there is no form on this page"
    return found[1]


def post(client: FlaskClient, address: str, *, page: str | None = None, **answers: str) -> TestResponse:
    """Fill in the form of a page and send it: to the same address, or `page` names where the form stands."""
    return client.post(address, data={"csrf_token": token(client.get(page or address)), **answers})


def fresh_code(app: Flask, account: Account) -> str:
    """A code of this person that was not used yet."""
    now = datetime.now(UTC)
    with app.app_context():
        used = accounts.last_step(db.session, account.id) or 0
    steps_ahead = max(0, used + 1 - codes.step_at(now))
    return codes.code_at(SECRET, now + timedelta(seconds=codes.STEP * steps_ahead))


def sign_in(client: FlaskClient, account: Account) -> TestResponse:
    """Sign somebody in through the pages, code included; returns the last answer."""
    answer = post(client, "/sign-in", email=account.email, passphrase=PASSPHRASE)
    if account.role in STAFF:
        answer = post(client, "/sign-in/code", code=fresh_code(client.application, account))
    assert answer.status_code == 302, answer.text
    return answer


def half_way(app: Flask, account: Account) -> FlaskClient:
    browser = app.test_client()
    post(browser, "/sign-in", email=str(account.email), passphrase=PASSPHRASE)
    return browser
