"""The owner's own page, opened by the link in a letter."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from register.extensions import db
from register.models.tickets import TicketRow
from register.store import audit, companies, identities, outbox, published, tickets
from register.store.tickets import TicketKind, TicketState
from tests.factories.page import Page
from tests.factories.people import post
from tests.factories.supplier import CANARIES, supplier_of

SPENT = "This link does not work"


@pytest.fixture
def link(app: Flask) -> str:
    """The address in the letter to Ana, whom Alfa declared as its owner."""
    supplier_of(app).declares_alone("Ana Mwikali")
    return link_in(letters(app)["canary@owner.example"])


def letters(app: Flask) -> dict[str, str]:
    """Every letter that waits, by whom it goes to."""
    with app.app_context():
        return {each.payload["to"]: each.payload["text"] for each in outbox.newest(db.session, ("mail",))}


def link_in(letter: str) -> str:
    found = re.search(r"https?://[^/\s]+(/declare/owner/\S+)", letter)
    assert found, letter
    return found[1]


def test_the_page_shows_what_was_said_in_public_and_uses_nothing_up(app: Flask, link: str) -> None:
    first, again = (app.test_client().get(link) for _ in range(2))

    page = Page(first.text)
    assert first.status_code == again.status_code == 200
    assert page.all("h1")[0].text == "Are you the Ana Mwikali named here?"
    assert "60\u00a0% of the shares" in page.all("dl", "facts")[0].text
    assert "since 4 May 2022" in page.all("dl", "facts")[0].text
    assert [each.attributes["value"] for each in page.all("input") if each.attributes["type"] == "radio"] == [
        "yes",
        "wrong",
        "no",
    ]
    assert [canary for canary in CANARIES if canary in first.text] == []


def test_yes_states_in_public_that_it_is_one_person(app: Flask, link: str) -> None:
    with app.app_context():
        before = published.counts(db.session).statements

    answer = post(app.test_client(), link, answer="yes")

    assert "You said that this is you." in answer.text
    with app.app_context():
        assert published.counts(db.session).statements == before + 1
        newest = published.newest(db.session, 1)[0].statement
        assert [each.scheme_name for each in newest.record.identifiers] == ["UMILIKI-PERSON"]


def test_no_tells_the_registrar_and_changes_nothing(app: Flask, link: str) -> None:
    with app.app_context():
        before = published.counts(db.session).statements

    answer = post(app.test_client(), link, answer="no")

    assert "You said that this is not you." in answer.text
    letter = letters(app)["register@makueni.example"]
    assert "Alfa Builders Ltd named Ana Mwikali as an owner." in letter
    assert "T-" in letter
    assert [canary for canary in CANARIES if canary in letter] == []
    with app.app_context():
        assert published.counts(db.session).statements == before
        assert "identity denied" in [each.action for each in audit.newest(db.session)]


def test_a_used_an_old_and_an_unknown_link_say_the_same(app: Flask, link: str) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=73)):
        old = app.test_client().get(link)
    post(app.test_client(), link, answer="yes")

    used, unknown = app.test_client().get(link), app.test_client().get("/declare/owner/never-was")

    assert {each.status_code for each in (old, used, unknown)} == {404}
    assert [SPENT in each.text for each in (old, used, unknown)] == [True] * 3


def test_a_link_answered_in_two_tabs_counts_once(app: Flask, link: str) -> None:
    one, other = app.test_client(), app.test_client()
    pages = [(each, each.get(link)) for each in (one, other)]
    tokens = [(each, re.search(r'csrf_token"[^>]*value="([^"]+)', page.text)) for each, page in pages]

    first, second = (
        each.post(link, data={"csrf_token": found[1] if found else "", "answer": "yes"})
        for each, found in tokens
    )

    assert first.status_code == 200
    assert second.status_code == 404
    assert SPENT in second.text


def test_who_says_that_something_is_wrong_is_confirmed_and_opens_a_ticket(app: Flask, link: str) -> None:
    refused = post(app.test_client(), link, answer="wrong", words=" ")
    answer = post(app.test_client(), link, answer="wrong", words="I hold 40 %.", contact="0712 345 678")

    with app.app_context():
        (raised,) = tickets.listed(db.session, [TicketState.OPEN])
        claim = identities.claim_of(db.session, raised.about)
    assert refused.status_code == 422
    assert raised.reference in answer.text
    assert (raised.kind, raised.words, raised.contact) == (
        TicketKind.OWNER_DISPUTED,
        "I hold 40 %.",
        "0712 345 678",
    )
    assert claim.confirmed_by == "person"


def test_who_says_it_is_not_them_opens_a_ticket_and_joins_nothing(app: Flask, link: str) -> None:
    post(app.test_client(), link, answer="no", words="I never met them.")

    with app.app_context():
        (raised,) = tickets.listed(db.session, [TicketState.OPEN])
        claim = identities.claim_of(db.session, raised.about)
    assert (raised.kind, raised.opened_by) == (TicketKind.OWNER_NOT_ME, "person")
    assert claim.confirmed_at is None
    assert "I never met them." not in letters(app)["register@makueni.example"]


def test_the_words_of_a_ticket_are_sealed_at_rest(app: Flask, link: str) -> None:
    post(app.test_client(), link, answer="no", words="I never met them.", contact="me@owner.example")

    with app.app_context():
        row = db.session.scalars(select(TicketRow)).one()
        assert b"never met" not in row.words
        assert row.contact is not None
        assert b"owner.example" not in row.contact


def test_a_contact_that_cannot_be_one_is_asked_again_and_the_link_still_works(app: Flask, link: str) -> None:
    refused = post(app.test_client(), link, answer="no", contact="by the river")
    accepted = post(app.test_client(), link, answer="no")

    assert (refused.status_code, accepted.status_code) == (422, 200)


def test_who_is_reached_only_where_the_declarant_says_sees_but_joins_nothing(app: Flask, link: str) -> None:
    post(app.test_client(), link, answer="yes")
    supplier_of(app, "Beta Works Ltd", "PVT-BETA01").declares_alone(email="impostor@owner.example")
    with app.app_context():
        sent = {
            each.payload["to"]: each.payload["text"]
            for each in outbox.newest(db.session, ("mail",))
            if "Beta Works Ltd" in each.payload["text"]
        }
    assert set(sent) == {"canary@owner.example", "impostor@owner.example"}
    told, asked = (link_in(sent[to]) for to in ("impostor@owner.example", "canary@owner.example"))

    told_page, asked_page = (app.test_client().get(each).text for each in (told, asked))
    answered = post(app.test_client(), told, answer="yes")
    with app.app_context():
        joined = [
            each.confirmed_at is not None
            for each in identities.claims_in(db.session, _subject(app, "PVT-BETA01")).values()
        ]

    assert Page(told_page).at("main").text == Page(asked_page).at("main").text
    assert answered.status_code == 200
    assert joined == [False]
    assert app.test_client().get(asked).status_code == 200


def _subject(app: Flask, number: str) -> str:
    company = companies.find(db.session, "KE-RCO", number)
    assert company is not None
    return company.subject_record_id
