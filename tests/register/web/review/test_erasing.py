"""A registrar erases what is private about a person, with a reason, and sees before what goes and what stays."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.store import audit, erasures, particulars
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import REVIEWED, supplier
from tests.factories.desks import at_desk
from tests.factories.people import post

REASON = "Asked for by letter of 3 March 2026."


@pytest.fixture
def address(app: Flask) -> str:
    """Where Ana of Alfa's waiting declaration is erased."""
    answers = replace(
        draft(held("ana", 60), held("juma", 40), people=("ana", "juma")),
        particulars={"ana": private("ana"), "juma": private("juma")},
    )
    with app.app_context():
        declaring = supplier(db.session, law=REVIEWED)
        declaring.save(answers)
        reference = declaring.submit()
        db.session.commit()
    return f"/review/declarations/{reference}/people/ana/erase"


@pytest.fixture
def registrar(app: Flask) -> FlaskClient:
    return at_desk(app, Role.REGISTRAR)


def _kept(app: Flask, address: str) -> set[str]:
    with app.app_context():
        return set(particulars.opened(db.session, particulars.of_declaration(address.split("/")[3])))


def test_the_page_says_what_goes_and_what_stays_and_shows_nothing_private(
    registrar: FlaskClient, address: str
) -> None:
    page = registrar.get(address)

    assert page.status_code == 200
    assert "goes for good" in page.text
    assert "audit trail stay" in page.text
    assert private("ana").document_number not in page.text


def test_with_a_reason_the_person_is_erased_and_the_others_stay(
    app: Flask, registrar: FlaskClient, address: str
) -> None:
    answer = post(registrar, address, reason=REASON, sure="y")

    assert answer.status_code == 302
    assert _kept(app, address) == {"juma"}
    with app.app_context():
        event = audit.newest(db.session)[0]
        assert (event.action, event.facts) == ("particulars erased", {"reason": REASON})
    (erasure,) = erasures.remembered(app.extensions["config"].erasures)
    assert erasure.person_key == "ana"
    assert f"{datetime.now(UTC):%Y}" in registrar.get(address).text
    assert "Nothing private is kept" in registrar.get(address).text


@pytest.mark.parametrize("answers", [{"reason": REASON}, {"sure": "y"}, {"reason": "   ", "sure": "y"}])
def test_without_a_reason_or_a_tick_nothing_is_erased(
    app: Flask, registrar: FlaskClient, address: str, answers: dict[str, str]
) -> None:
    page = post(registrar, address, **answers)

    assert "Error:" in page.text
    assert _kept(app, address) == {"ana", "juma"}
    assert list(erasures.remembered(app.extensions["config"].erasures)) == []


def test_of_somebody_else_there_is_no_page(registrar: FlaskClient, address: str) -> None:
    assert registrar.get(address.replace("/ana/", "/nobody/")).status_code == 404
    assert registrar.get(address.replace("000001", "000099")).status_code == 404


def test_the_declaration_leads_there(registrar: FlaskClient, address: str) -> None:
    assert f'href="{address}"' in registrar.get(address.partition("/people/")[0]).text
