"""The registrar's door: declarations that wait, and people whom nobody has confirmed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.store import audit, companies, declarations, unconfirmed
from register.store.declarations import DeclarationState, Signature, StoredDeclaration
from tests.factories.declarations import draft, held, private
from tests.factories.desks import at_desk
from tests.factories.people import person_of, post, token

FIRST = "UM-2026-000001"
ADDRESS = f"/review/declarations/{FIRST}"
SIGNED = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
ANA = private("ana")


@pytest.fixture
def waiting(app: Flask) -> StoredDeclaration:
    """Alfa's declaration of Ana, signed by its director and decided by nobody."""
    supplier = person_of(app, Role.SUPPLIER)
    answers = replace(
        draft(held("ana", 60), held("juma", 40), people=("ana", "juma")),
        particulars={"ana": ANA, "juma": private("juma")},
    )
    with app.app_context():
        company = companies.create(
            db.session, name="Alfa Builders Ltd", scheme="KE-RCO", number="PVT-ALFA01", now=SIGNED
        )
        reference = declarations.add(
            db.session,
            company_id=company.id,
            subject_record_id=company.subject_record_id,
            answers=answers,
            signature=Signature(
                supplier.id,
                "Grace Wanza",
                "Director",
                SIGNED,
                "0" * 64,
                "notice",
                "1",
                "en",
                "2026-01",
                True,
                "key",
            ),
            statement_date=date(2026, 3, 1),
        )
        db.session.commit()
        return declarations.declaration(db.session, reference)


@pytest.fixture
def registrar(app: Flask) -> FlaskClient:
    return at_desk(app, Role.REGISTRAR)


def state(app: Flask) -> StoredDeclaration:
    with app.app_context():
        return declarations.declaration(db.session, FIRST)


def records(app: Flask) -> dict[str, str]:
    """Who is not confirmed, by name, and the record."""
    with app.app_context():
        return {each.name: each.record_id for each in unconfirmed.oldest(db.session)}


@pytest.mark.usefixtures("waiting")
def test_the_queue_says_who_waits_and_for_how_long(registrar: FlaskClient) -> None:
    page = registrar.get("/review").text

    days = (datetime.now(UTC).date() - SIGNED.date()).days
    assert "Alfa Builders Ltd" in page
    assert FIRST in page
    assert "Grace Wanza" in page
    assert any(f">{each}<" in page for each in (days, days + 1))


def test_an_empty_queue_says_why(registrar: FlaskClient) -> None:
    assert "this register accepts declarations as soon as they are signed" in registrar.get("/review").text


@pytest.mark.usefixtures("waiting")
def test_a_declaration_is_shown_as_signed_and_without_particulars(registrar: FlaskClient) -> None:
    page = registrar.get(ADDRESS).text

    assert "Grace Wanza, Director" in page
    assert "60\u00a0%" in page
    for canary in (ANA.document_number, ANA.phone, ANA.email, ANA.tax_number, ANA.home_address, "1980"):
        assert canary not in page


@pytest.mark.usefixtures("waiting")
def test_an_accepted_declaration_has_its_statements_and_says_so(app: Flask, registrar: FlaskClient) -> None:
    answer = registrar.post(f"{ADDRESS}/accept", data={"csrf_token": token(registrar.get(ADDRESS))})

    page = registrar.get(answer.location).text
    assert state(app).state is DeclarationState.ACCEPTED
    assert "Accepted" in page
    assert "Accept this declaration" not in page
    assert set(records(app)) == {"Ana", "Juma"}


@pytest.mark.usefixtures("waiting")
def test_a_declaration_is_not_accepted_twice(app: Flask, registrar: FlaskClient) -> None:
    data = {"csrf_token": token(registrar.get(ADDRESS))}
    registrar.post(f"{ADDRESS}/accept", data=data)

    again = registrar.post(f"{ADDRESS}/accept", data=data)

    assert again.status_code == 409


@pytest.mark.usefixtures("waiting")
def test_a_rejection_needs_a_reason(app: Flask, registrar: FlaskClient) -> None:
    answer = post(registrar, f"{ADDRESS}/reject", page=ADDRESS, reason=" ")

    assert "Write what the supplier must put right." in answer.text
    assert state(app).state is DeclarationState.SUBMITTED


@pytest.mark.usefixtures("waiting")
def test_a_rejected_declaration_keeps_the_reason(app: Flask, registrar: FlaskClient) -> None:
    post(registrar, f"{ADDRESS}/reject", page=ADDRESS, reason="Kaiti Holdings is missing.")

    assert state(app).state is DeclarationState.REJECTED
    assert "Kaiti Holdings is missing." in registrar.get(ADDRESS).text
    assert records(app) == {}


def test_an_unknown_declaration_is_not_found(registrar: FlaskClient) -> None:
    assert registrar.get("/review/declarations/UM-2026-999999").status_code == 404
    assert registrar.get("/review/people/nobody").status_code == 404


@pytest.mark.usefixtures("waiting")
def test_an_auditor_reads_and_accepts_nothing(app: Flask) -> None:
    auditor = at_desk(app, Role.AUDITOR)

    page = auditor.get(ADDRESS)
    accepted = auditor.post(f"{ADDRESS}/accept", data={})

    assert "Grace Wanza" in page.text
    assert "Accept this declaration" not in page.text
    assert accepted.status_code in (400, 403)
    assert state(app).state is DeclarationState.SUBMITTED


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.OFFICER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("address", ["/review", ADDRESS, "/review/people"])
def test_nobody_else_comes_in(app: Flask, role: Role, address: str) -> None:
    client = at_desk(app, role, email=f"{role.value}2@umiliki.example")

    assert client.get(address).status_code == 403


@pytest.fixture
def accepted(waiting: StoredDeclaration, registrar: FlaskClient) -> FlaskClient:
    """A registrar's browser, after Alfa's declaration was accepted."""
    registrar.post(f"{ADDRESS}/accept", data={"csrf_token": token(registrar.get(ADDRESS))})
    return registrar


def test_people_nobody_confirmed_are_listed(accepted: FlaskClient) -> None:
    page = accepted.get("/review/people").text

    assert "Ana" in page
    assert "Alfa Builders Ltd" in page
    assert "Confirm after seeing the document" in page
    assert "2 people not confirmed" in page


def test_a_person_is_confirmed_with_the_number_on_the_document(app: Flask, accepted: FlaskClient) -> None:
    address = f"/review/people/{records(app)['Ana']}"

    answer = post(
        accepted,
        address,
        number=f" {ANA.document_number[:4]} {ANA.document_number[4:]} ",
        reason="Original card, in Wote.",
    )

    assert answer.status_code == 302
    assert "Ana is confirmed." in accepted.get(answer.location).text
    assert set(records(app)) == {"Juma"}
    with app.app_context():
        events = {each.action: each for each in audit.newest(db.session, 10)}
    assert events["identity document seen"].facts == {"reason": "Original card, in Wote."}
    assert ANA.document_number not in str(events)


def test_another_number_confirms_nobody(app: Flask, accepted: FlaskClient) -> None:
    answer = post(
        accepted, f"/review/people/{records(app)['Ana']}", number="11111111", reason="Original card."
    )

    assert "This is not the number that was declared." in answer.text
    assert "Original card." in answer.text
    assert "Ana" in records(app)


def test_a_reason_that_repeats_the_number_is_sent_back(app: Flask, accepted: FlaskClient) -> None:
    reason = f"Card {ANA.document_number} seen."

    answer = post(
        accepted, f"/review/people/{records(app)['Ana']}", number=ANA.document_number, reason=reason
    )

    assert "Leave the number out of this answer" in answer.text
    assert "Ana" in records(app)


def test_who_waits_longest_stands_first(app: Flask, accepted: FlaskClient) -> None:
    with app.app_context():
        first, second = unconfirmed.oldest(db.session)
        (last,) = unconfirmed.oldest(db.session, limit=1, offset=1)

    assert first.claimed_at <= second.claimed_at
    assert last == second
    assert datetime.now(UTC) - first.claimed_at < timedelta(hours=1)
