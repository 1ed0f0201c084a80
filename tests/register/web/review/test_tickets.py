"""Registrars look into what named owners dispute, and close it with words; auditors read along."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from register.access import Role
from register.actions.open_ticket import open_ticket
from register.extensions import db
from register.store import audit, outbox, tickets
from register.store.tickets import Outcome, TicketKind, TicketState
from tests.factories.desks import at_desk
from tests.factories.page import Page
from tests.factories.people import post

WORDS = "I hold 40 %, my brother holds the rest."


@pytest.fixture
def raised(app: Flask) -> str:
    """The reference of a matter that a named owner raised."""
    with app.app_context():
        reference = open_ticket(
            db.session,
            TicketKind.OWNER_DISPUTED,
            "um-1-p-ana",
            WORDS,
            opened_by="person",
            now=datetime.now(UTC),
            jurisdiction=app.extensions["jurisdiction"],
            contact="ana@owner.example",
        )
        db.session.commit()
    return reference


def test_the_list_shows_what_is_open_and_the_page_what_was_said(app: Flask, raised: str) -> None:
    registrar = at_desk(app, Role.REGISTRAR)

    listed = Page(registrar.get("/review/tickets").text)
    page = Page(registrar.get(f"/review/tickets/{raised}").text)

    assert raised in listed.at("main").text
    assert WORDS not in listed.at("main").text
    assert WORDS in page.at("main").text
    assert "ana@owner.example" in page.at("main").text


def test_a_ticket_is_taken_and_closed_and_whoever_raised_it_is_told(app: Flask, raised: str) -> None:
    registrar = at_desk(app, Role.REGISTRAR)
    place = f"/review/tickets/{raised}"

    post(registrar, f"{place}/take", page=place)
    wordless = post(registrar, f"{place}/close", page=place, outcome="upheld", words=" ")
    post(registrar, f"{place}/close", page=place, outcome="upheld", words="The extract says 40 %.")

    with app.app_context():
        closed = tickets.ticket(db.session, raised)
        letters = [each.payload["to"] for each in outbox.newest(db.session, ("mail",))]
        trail = [each for each in audit.newest(db.session) if each.about == raised]
    assert wordless.status_code == 422
    assert (closed.state, closed.outcome) == (TicketState.CLOSED, Outcome.UPHELD)
    assert closed.closing_words == "The extract says 40 %."
    assert letters == ["ana@owner.example"]
    assert [each.action for each in reversed(trail)] == ["ticket opened", "ticket taken", "ticket closed"]
    assert all(WORDS not in str(each.facts) for each in trail)


def test_a_closed_ticket_is_closed_once(app: Flask, raised: str) -> None:
    registrar = at_desk(app, Role.REGISTRAR)
    place = f"/review/tickets/{raised}"
    page = registrar.get(place)
    token = Page(page.text).all("input")
    csrf = next(each.attributes["value"] for each in token if each.attributes.get("name") == "csrf_token")

    answers = [
        registrar.post(f"{place}/close", data={"csrf_token": csrf, "outcome": "upheld", "words": "So."})
        for _ in range(2)
    ]

    assert [each.status_code for each in answers] == [302, 409]
    assert raised in registrar.get("/review/tickets?closed=yes").text


def test_an_auditor_reads_and_closes_nothing(app: Flask, raised: str) -> None:
    auditor = at_desk(app, Role.AUDITOR)

    page = auditor.get(f"/review/tickets/{raised}")

    assert page.status_code == 200
    assert "Close the ticket" not in page.text


def test_an_unknown_ticket_is_not_there(app: Flask) -> None:
    assert at_desk(app, Role.REGISTRAR).get("/review/tickets/T-2026-999999").status_code == 404
