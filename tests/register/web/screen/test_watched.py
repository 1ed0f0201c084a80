"""An officer watches a company from a bidder's page, sees who came and went since, and stops."""

import threading
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.actions.keep_owners import keep_owners
from register.actions.rebuild_owners import rebuild_owners
from register.commands.work import handlers, work_until
from register.extensions import db
from register.store import outbox, watches
from register.store.watches import CONTRACTORS
from tests.factories.contracted import keep_contract
from tests.factories.declarations import draft, held
from tests.factories.declaring import KENYA, Supplier, supplier
from tests.factories.desks import at_desk
from tests.factories.page import Page
from tests.factories.people import post
from tests.factories.tenders import keep_tender

BIDDER = "/tenders/ocds-story-roof/bidders/ke-rco:pvt-alfa"


@pytest.fixture
def alfa(app: Flask) -> Supplier:
    """Alfa Builders bids for a roof and belongs to Ana; Beta has declared nothing."""
    with app.app_context():
        who = supplier(db.session, "alfa")
        who.declare(draft(held("ana", 60), people=("ana",)))
        keep_tender(db.session, bids={"roof": ("pvt-alfa", "beta")})
        for _ in rebuild_owners(db.session, clock=lambda: datetime.now(UTC), jurisdiction=KENYA):
            pass
        db.session.commit()
    return who


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    return at_desk(app)


def signs_for_ben(alfa: Supplier) -> None:
    """Alfa declares that Ben holds what was Ana's."""
    Supplier(db.session, alfa.company, alfa.principal, days=9, new_id=alfa.new_id).declare(
        draft(held("ben", 60), people=("ben",))
    )


def sold(app: Flask, alfa: Supplier) -> None:
    """Ana sells to Ben, and the worker works out who owns Alfa."""
    with app.app_context():
        signs_for_ben(alfa)
        keep_owners(db.session, alfa.subject, now=datetime.now(UTC), jurisdiction=KENYA)
        db.session.commit()


def watch(client: FlaskClient, company: str, wanted: str = "yes") -> str:
    """What the page says once a button was pressed."""
    answer = post(client, "/tenders/watched", page=BIDDER, company=company, wanted=wanted)
    assert answer.status_code == 302
    return client.get(answer.location).text


def test_a_company_is_watched_from_the_page_of_a_bidder(officer: FlaskClient, alfa: Supplier) -> None:
    before = officer.get(BIDDER).text

    page = watch(officer, alfa.subject)

    assert "Watch its owners" in before
    assert [each.tag for each in Page(page).all("form") if each.attributes["action"] == "/tenders/watched"]
    assert "You will get a letter when an owner comes or goes." in page
    assert "Alfa Builders Ltd" in page
    assert "You watch its owners." in officer.get(BIDDER).text


def test_who_came_and_who_went_stands_beside_a_watched_company(
    app: Flask, officer: FlaskClient, alfa: Supplier
) -> None:
    watch(officer, alfa.subject)

    sold(app, alfa)

    page = officer.get("/tenders/watched").text
    assert "Ben became an owner" in page
    assert "Ana is an owner no more" in page


def test_the_worker_finds_the_change_and_leaves_the_letter(
    app: Flask, officer: FlaskClient, alfa: Supplier
) -> None:
    watch(officer, alfa.subject)
    with app.app_context():
        signs_for_ben(alfa)
        db.session.commit()

    work_until(threading.Event(), app.extensions["sessions"], handlers(app), until_empty=True)

    with app.app_context():
        subjects = [each.payload["subject"] for each in outbox.newest(db.session, ("mail",))]
    assert subjects.count("The owners of Alfa Builders Ltd changed") == 1
    assert "Ben became an owner" in officer.get("/tenders/watched").text


def test_what_changed_before_it_was_watched_is_not_shown(
    app: Flask, officer: FlaskClient, alfa: Supplier
) -> None:
    sold(app, alfa)

    page = watch(officer, alfa.subject)

    assert "Ben" not in page


def test_watching_ends_where_it_is_shown(app: Flask, officer: FlaskClient, alfa: Supplier) -> None:
    watch(officer, alfa.subject)

    page = watch(officer, alfa.subject, "no")

    assert "You watch it no more." in page
    assert "You watch no company yet." in page
    assert "Watch its owners" in officer.get(BIDDER).text


def test_all_suppliers_with_a_contract_are_watched_at_once(
    app: Flask, officer: FlaskClient, alfa: Supplier
) -> None:
    with app.app_context():
        keep_contract(db.session, "alfa", number="PVT-ALFA")
        db.session.commit()
    first = watch(officer, CONTRACTORS)

    sold(app, alfa)

    page = officer.get("/tenders/watched").text
    assert "You get a letter when an owner of any of them comes or goes." in first
    assert "No owner of a supplier with a contract came or went" in first
    assert "Became an owner" in page
    assert "Alfa Builders Ltd" in page


def test_a_bidder_that_declared_nothing_cannot_be_watched(officer: FlaskClient, alfa: Supplier) -> None:
    page = officer.get("/tenders/ocds-story-roof/bidders/ke-rco:beta")

    answer = post(officer, "/tenders/watched", page=BIDDER, company="um-nobody", wanted="yes")

    assert page.status_code == 200
    assert "Watch its owners" not in page.text
    assert answer.status_code == 404


def test_each_officer_has_a_list_of_their_own_and_an_auditor_none(
    app: Flask, officer: FlaskClient, alfa: Supplier
) -> None:
    colleague, auditor = at_desk(app, email="colleague@umiliki.example"), at_desk(app, Role.AUDITOR)
    watch(officer, alfa.subject)

    assert "You watch no company yet." in colleague.get("/tenders/watched").text
    assert "Watch" not in auditor.get(BIDDER).text
    assert "Watch all of them" not in auditor.get("/tenders/watched").text


def test_a_button_that_says_nothing_changes_nothing(app: Flask, officer: FlaskClient, alfa: Supplier) -> None:
    answer = post(officer, "/tenders/watched", page=BIDDER, company=alfa.subject)

    assert answer.status_code == 302
    with app.app_context():
        assert watches.watchers(db.session, alfa.subject, contracted=True) == ()
