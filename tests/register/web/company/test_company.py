"""The pages on which a company's people ask, invite, let in, change and leave."""

import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.access import Capacity, CompanyRole, Role
from register.actions.publish_statements import publish_statements
from register.extensions import db
from register.store import accounts, claims, companies, mandates, outbox
from register.store.mandates import Mandate
from tests.factories.desks import at_desk
from tests.factories.papers import PDF
from tests.factories.people import token
from tests.factories.supplier import Supplier, supplier_of

ALFA = {"scheme": "KE-RCO", "number": "PVT-NEW01", "company_name": "Kambu Bricks Ltd"}
ASKS = {"capacity": "director", "role": "admin"}


def post(client: FlaskClient, address: str, page: str = "", **answers: object) -> TestResponse:
    return client.post(address, data={"csrf_token": token(client.get(page or address)), **answers})


def somebody(app: Flask, email: str) -> FlaskClient:
    return at_desk(app, Role.SUPPLIER, email=email)


def joined(app: Flask, of: Supplier, email: str, role: CompanyRole) -> FlaskClient:
    """A colleague with a browser of their own."""
    client = somebody(app, email)
    with app.app_context():
        account = accounts.by_email(db.session, email)
        assert account is not None
        mandates.grant(
            db.session,
            Mandate(account.id, of.company.id, role, Capacity.EMPLOYEE),
            now=datetime.now(UTC),
        )
        db.session.commit()
    return client


def asked(app: Flask) -> tuple[FlaskClient, str]:
    """Somebody asked for a company new to the register; gives the page of the request."""
    client = somebody(app, "ana@people.example")
    return client, post(client, "/company/ask/new", **ALFA, **ASKS).location


def test_who_acts_for_nobody_is_led_to_ask(app: Flask) -> None:
    client = somebody(app, "ana@people.example")

    assert "/company/ask" in client.get("/declare/").text
    assert "/company/ask" in client.get("/company/").text


def test_a_claim_with_a_paper_is_approved_by_a_registrar(app: Flask) -> None:
    client, page = asked(app)
    registrar = at_desk(app, Role.REGISTRAR)
    review = f"/review/claims/{page.rpartition('/')[2]}"
    without = post(registrar, f"{review}/refuse", page=review, reason="").status_code
    sent = post(client, page, kind="power_of_attorney", paper=(BytesIO(PDF), "resolution.pdf"))

    shown = registrar.get(review)
    paper = re.search(rf"{review}/papers/\d+", shown.text)
    assert paper is not None
    downloaded = registrar.get(paper[0])
    approved = post(registrar, f"{review}/approve", page=review)

    assert (without, sent.status_code, approved.status_code) == (422, 302, 302)
    assert downloaded.data == PDF
    assert downloaded.headers["Content-Disposition"].startswith("attachment")
    assert "Kambu Bricks Ltd" in client.get("/company/").text
    assert "Approved" in client.get(page).text


def test_while_they_wait_they_write_and_do_not_sign(app: Flask) -> None:
    client, page = asked(app)
    home = re.search(r"/declare/\d+/", client.get(page).text)
    assert home is not None

    begun = client.post(f"{home[0]}begin", data={"csrf_token": token(client.get(home[0]))})

    assert begun.status_code == 302
    assert client.get(f"{home[0]}people").status_code == 200
    assert client.get(f"{home[0]}sign").status_code == 403


def test_a_company_in_the_register_is_found_by_its_name_and_asked_for(app: Flask) -> None:
    alfa = supplier_of(app)
    alfa.declares_alone()
    with app.app_context():
        publish_statements(
            db.session,
            alfa.company.subject_record_id,
            jurisdiction=app.extensions["jurisdiction"],
            now=datetime.now(UTC),
        )
        db.session.commit()
    client = somebody(app, "juma@people.example")

    found = client.get("/company/ask?q=alfa builders").text
    address = f"/company/ask/{alfa.company.subject_record_id}"
    page = post(client, address, **ASKS).location

    assert address in found
    assert "/declare/" not in client.get(page).text.partition("<main")[2].partition("</main")[0]
    assert client.get(alfa.home).status_code == 404
    assert client.get("/company/ask/um-nothing").status_code == 404


def test_those_who_sign_let_in_and_refuse(app: Flask) -> None:
    alfa = supplier_of(app)
    people = f"/company/{alfa.company.id}/people"
    juma, zippy = somebody(app, "juma@people.example"), somebody(app, "zippy@people.example")
    numbers = []
    for client in (juma, zippy):
        made = post(
            client,
            "/company/ask/new",
            **{**ALFA, "number": alfa.company.number},
            **{**ASKS, "role": "editor"},
        )
        numbers.append(made.location.rpartition("/")[2])

    let_in = post(alfa.client, f"/company/{alfa.company.id}/requests/{numbers[0]}/approve", page=people)
    bare = post(alfa.client, f"/company/{alfa.company.id}/requests/{numbers[1]}/refuse", reason=" ")
    refused = post(
        alfa.client, f"/company/{alfa.company.id}/requests/{numbers[1]}/refuse", reason="Unknown to us."
    )

    assert (let_in.status_code, bare.status_code, refused.status_code) == (302, 422, 302)
    assert juma.get(alfa.home).status_code == 200
    assert zippy.get(alfa.home).status_code == 404
    assert "Unknown to us." in zippy.get(f"/company/requests/{numbers[1]}").text


def test_an_invited_colleague_comes_in_by_the_button_alone(app: Flask) -> None:
    alfa = supplier_of(app)
    juma = somebody(app, "juma@people.example")
    sent = post(
        alfa.client,
        f"/company/{alfa.company.id}/people/invite",
        contact="juma@people.example",
        capacity="agent",
        firm="Baraka & Co",
        role="viewer",
        **{"until-day": "31", "until-month": "12", "until-year": str(datetime.now(UTC).year + 1)},
    )
    with app.app_context():
        letter, *_ = outbox.newest(db.session, ("mail",))
    link = "/company/invitation/" + letter.payload["text"].partition("/company/invitation/")[2].split()[0]

    looked = [juma.get(link).status_code, app.test_client().get(link).status_code]
    came = post(juma, link, answer="yes")
    again = juma.get(link)

    assert sent.status_code == 302
    assert looked == [200, 200]
    assert came.location == alfa.home
    assert "Baraka &amp; Co" in juma.get(f"/company/{alfa.company.id}/people").text
    assert again.status_code == 404


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"contact": "nobody"}, "Enter an e-mail address such as"),
        ({"capacity": "agent"}, "Enter the name of your firm"),
        ({"until-day": "1", "until-month": "1", "until-year": "2020"}, "Enter a day that is still to come"),
        ({"until-day": "31", "until-month": "2", "until-year": "2027"}, "Enter the day in figures"),
        ({"role": "king"}, "Choose what you need to do"),
    ],
)
def test_a_faulty_invitation_is_sent_back(app: Flask, answers: dict[str, str], told: str) -> None:
    alfa = supplier_of(app)
    given = {"contact": "juma@people.example", "capacity": "employee", "role": "editor", **answers}

    answer = post(alfa.client, f"/company/{alfa.company.id}/people/invite", **given)

    assert answer.status_code == 422
    assert told in answer.text


def test_roles_are_changed_and_taken_away_and_somebody_stays(app: Flask) -> None:
    alfa = supplier_of(app)
    peter = joined(app, alfa, "peter@people.example", CompanyRole.EDITOR)
    people = f"/company/{alfa.company.id}/people"
    with app.app_context():
        account = accounts.by_email(db.session, "peter@people.example")
        assert account is not None
    page = f"{people}/{account.id}"

    last = alfa.client.post(
        f"/company/{alfa.company.id}/leave", data={"csrf_token": token(alfa.client.get(people))}
    )
    told = alfa.client.get(last.location).text
    changed = post(alfa.client, page, role="viewer")
    written = peter.get(f"{alfa.home}people").status_code
    gone = post(alfa.client, f"{page}/revoke", page=page)

    assert "Somebody must stay" in told
    assert (changed.status_code, gone.status_code) == (302, 302)
    assert written == 403
    assert peter.get(alfa.home).status_code == 404


def test_who_only_reads_sees_no_private_answer(app: Flask) -> None:
    alfa = supplier_of(app)
    alfa.begin()
    alfa.about_the_company()
    alfa.names("Ana Mwikali")
    reader = joined(app, alfa, "peter@people.example", CompanyRole.VIEWER)

    own, theirs = alfa.client.get(f"{alfa.home}check").text, reader.get(f"{alfa.home}check").text

    for canary in ("98765432", "29 February 1980", "A098765432Z", "canary@owner.example", "plot 7788"):
        assert canary in own
        assert canary not in theirs
    assert "Ana Mwikali" in theirs
    assert "Change" not in theirs.partition("<main")[2].partition("</main")[0]


def test_an_editor_writes_and_leaves_the_signature_to_others(app: Flask) -> None:
    alfa = supplier_of(app)
    alfa.begin()
    editor = joined(app, alfa, "peter@people.example", CompanyRole.EDITOR)

    assert editor.get(f"{alfa.home}people").status_code == 200
    assert "Somebody who signs for the company does this" in editor.get(alfa.home).text
    assert editor.get(f"{alfa.home}sign").status_code == 403
    assert editor.get(f"/company/{alfa.company.id}/people/invite").status_code == 403


def test_the_third_way_to_ask_is_refused_kindly(app: Flask) -> None:
    alfa = supplier_of(app)
    client, _ = asked(app)

    twice = post(client, "/company/ask/new", **ALFA, **ASKS)
    own = post(alfa.client, "/company/ask/new", **{**ALFA, "number": alfa.company.number}, **ASKS)
    odd = post(client, "/company/ask/new", **{**ALFA, "number": "!!"}, **ASKS)

    assert "You asked for this company already" in twice.text
    assert "You act for this company already" in own.text
    assert odd.status_code == 422
    with app.app_context():
        assert claims.count_waiting(db.session) == 1
        assert companies.count(db.session) == 2


def test_the_firm_of_an_agent_stands_on_what_they_sign(app: Flask) -> None:
    alfa = supplier_of(app)
    client = joined(app, alfa, "agent@people.example", CompanyRole.ADMIN)
    with app.app_context():
        account = accounts.by_email(db.session, "agent@people.example")
        assert account is not None
        mandate = Mandate(account.id, alfa.company.id, CompanyRole.ADMIN, Capacity.AGENT, "Baraka & Co")
        mandates.grant(db.session, mandate, now=datetime.now(UTC))
        db.session.commit()

    receipt = Supplier(client, alfa.company).declares_alone()

    reference = receipt.rpartition("/")[2]
    registrar = at_desk(app, Role.REGISTRAR)
    for page in (client.get(receipt), registrar.get(f"/review/declarations/{reference}")):
        assert "Baraka &amp; Co" in page.text
