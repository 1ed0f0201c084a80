"""An invitation leads through registering to the claim for the company it names, and its state is seen."""

from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.actions.invite_suppliers import NewList, invite_from_list, send_invitations
from register.actions.tell import Notice
from register.elsewhere.invited import Invited
from register.extensions import db
from register.store import accounts, invitations, outbox
from register.store.invitations import Stage
from tests.factories.codes import code_sent_to
from tests.factories.declaring import registrar
from tests.factories.desks import at_desk
from tests.factories.people import PASSPHRASE, person_of, post, token

OFFICE = "office@alfa.example"
ALFA = Invited("Alfa Builders & Sons Ltd", "KE-RCO", "PVT-ALFA0001", OFFICE)


@pytest.fixture
def letter(app: Flask) -> str:
    """The address in the letter to Alfa, sent by a registrar."""
    with app.app_context():
        now, who, links = datetime.now(UTC), registrar(db.session), []

        def words(name: str, title: str, due_on: object, address: str) -> Notice:
            links.append(urlsplit(address).path)
            return Notice("Declare", f"{name} {title} {due_on}", address)

        made = invite_from_list(db.session, NewList("Suppliers"), [ALFA], principal=who, now=now)
        send_invitations(
            db.session, made, words, principal=who, now=now, base_url="http://localhost", country="KE"
        )
        db.session.commit()
    return links[0]


def stage(app: Flask) -> Stage:
    with app.app_context():
        return invitations.one(db.session, 1).stage


def test_an_invitation_leads_through_registering_to_the_claim_with_the_company_filled_in(
    app: Flask, client: FlaskClient, letter: str
) -> None:
    seen = [stage(app)]
    followed = post(client, letter, answer="yes")
    seen.append(stage(app))
    asked = post(client, followed.location, name="Ana Mwikali", contact=OFFICE)
    proved = post(client, asked.location, code=code_sent_to(app, OFFICE))
    inside = post(client, proved.location, passphrase=PASSPHRASE, again=PASSPHRASE)
    seen.append(stage(app))

    claim = client.get(inside.location)
    claimed = post(
        client, inside.location, scheme="KE-RCO", number=ALFA.number, company_name=ALFA.name, role="admin",
        capacity="director",
    )  # fmt: skip
    seen.append(stage(app))

    assert urlsplit(inside.location).path == "/company/ask/new"
    assert 'value="PVT-ALFA0001"' in claim.text
    assert 'value="Alfa Builders &amp; Sons Ltd"' in claim.text
    assert claimed.status_code == 302
    assert seen == [Stage.SENT, Stage.OPENED, Stage.REGISTERED, Stage.CLAIMED]
    assert "Claimed" in at_desk(app).get("/review/invitations/1").text


def test_who_has_an_account_signs_in_and_lands_on_the_claim_too(
    app: Flask, client: FlaskClient, letter: str
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    join = client.get(post(client, letter, answer="yes").location)
    address = join.text.partition('href="/sign-in?next=')[2].partition('"')[0].replace("&amp;", "&")

    inside = post(client, f"/sign-in?next={address}", email=str(ana.email), passphrase=PASSPHRASE)

    assert urlsplit(inside.location).path == "/company/ask/new"
    assert stage(app) is Stage.REGISTERED


def test_registering_leads_to_no_other_site(app: Flask, client: FlaskClient) -> None:
    asked = post(client, "/register?next=https://evil.example/", name="Ana Mwikali", contact=OFFICE)
    proved = post(client, asked.location, code=code_sent_to(app, OFFICE))

    inside = post(client, proved.location, passphrase=PASSPHRASE, again=PASSPHRASE)

    assert inside.location == "/declare/"


def test_an_invitation_is_written_in_the_language_of_who_reads_it(app: Flask) -> None:
    with app.app_context():
        now = datetime.now(UTC)
        accounts.create(db.session, OFFICE, "Ana Mwikali", Role.SUPPLIER, now=now, language="sw")
        db.session.commit()
    officer = at_desk(app)
    sheet = f"name,number,scheme,email\nAlfa Ltd,PVT-ALFA0001,KE-RCO,{OFFICE}\nBeta Ltd,PVT-BETA0001,KE-RCO,b@beta.example\n"
    made = _listed(officer, sheet)

    post(officer, f"{made}/send", page=made)

    with app.app_context():
        told = {
            each.payload["to"]: each.payload["text"]
            for each in outbox.newest(db.session, ("mail",))
            if each.key.startswith("invitation")
        }
    assert told["b@beta.example"].startswith("Dear Beta Ltd")
    assert not told[OFFICE].startswith("Dear")


def _listed(officer: FlaskClient, sheet: str) -> str:
    answer = officer.post(
        "/review/invitations",
        data={
            "csrf_token": token(officer.get("/review/invitations")),
            "title": "Suppliers",
            "ocid": "",
            "due_on": "",
            "file": (BytesIO(sheet.encode()), "list.csv"),
        },
    )
    return answer.location
