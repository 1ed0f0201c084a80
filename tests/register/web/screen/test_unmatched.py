"""The queue of bidders that belong to no company: an officer looks, compares, decides, and takes a decision back."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.access import Role
from register.actions.propose_same import propose_companies
from register.extensions import db
from register.store import audit, material, outbox, sameness
from register.store.likeness import Kind
from register.store.sameness import Verdict
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, supplier
from tests.factories.desks import at_desk
from tests.factories.page import Page
from tests.factories.people import post
from tests.factories.strangers import Stranger, keep_strangers

LIKE_ALFA = Stranger("Alfa Builder Ltd", "146001", phone="0712 345 678")
BARE = Stranger("Alfa & Sons")
NOTE = "Certificate CR12 of 3 March 2026: same number, same directors."


@pytest.fixture
def alfa(app: Flask) -> str:
    """Alfa Builders has declared Ana, two bidders of like names bid for a roof; gives the company's record."""
    with app.app_context():
        who = supplier(db.session, "alfa")
        who.declare(draft(held("ana", 60), people=("ana",)))
        keep_strangers(db.session, "roof", LIKE_ALFA, BARE, Stranger("Zeta Quarries", "9"))
        propose_companies(db.session, now=NOW)
        db.session.commit()
    return who.subject


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    return at_desk(app)


def address(bidder: Stranger, subject: str) -> str:
    return f"/tenders/unmatched/{bidder.key}/with/{subject}"


def decide(
    client: FlaskClient, bidder: Stranger, subject: str, verdict: str = "same", **more: str
) -> TestResponse:
    answers = {"verdict": verdict, "note": NOTE, "seen": "0"} | more
    return post(client, address(bidder, subject), **answers)


def decisions(app: Flask, bidder: Stranger, subject: str) -> list[Verdict]:
    with app.app_context():
        return [each.verdict for each in sameness.of_pair(db.session, Kind.COMPANY, bidder.key, subject)]


def heads(client: FlaskClient, at: str = "/tenders/unmatched") -> list[str]:
    """The bidders of the queue as they stand on the page, and those decided lately."""
    page = Page(client.get(at).text)
    return [each.text for each in page.all("th") if each.attributes.get("scope") == "row"]


def test_the_queue_shows_each_bidder_with_the_company_it_looks_like(officer: FlaskClient, alfa: str) -> None:
    text = officer.get("/tenders/unmatched").text

    assert heads(officer) == [
        "Alfa Builder Ltd146001 (X-PORTAL)",
        "Alfa & Sonsno number",
        "Zeta Quarries9 (X-PORTAL)",
    ]
    assert "3 bidders belong to no company, 1 looks like one." in text
    assert "like names" in text
    assert f"/with/{alfa}" in text


def test_the_queue_is_searched_and_says_when_nobody_is_found(officer: FlaskClient, alfa: str) -> None:
    assert heads(officer, "/tenders/unmatched?text=zeta") == ["Zeta Quarries9 (X-PORTAL)"]
    assert heads(officer, "/tenders/unmatched?page=2") == []
    assert "No such bidder is without a company." in officer.get("/tenders/unmatched?text=nobody").text


def test_a_tender_says_who_in_it_belongs_to_no_company(officer: FlaskClient, alfa: str) -> None:
    page, listed = officer.get("/tenders/ocds-story-roof").text, officer.get("/tenders").text

    assert "3 bidders belong to no company of the register:" in page
    assert "Zeta Quarries" in page
    assert "3 without a company" in listed


def test_the_page_of_a_bidder_shows_its_tenders_and_what_its_releases_say(
    officer: FlaskClient, alfa: str
) -> None:
    text = officer.get(f"/tenders/unmatched/{LIKE_ALFA.key}?find=alfa").text

    assert "0712 345 678" in text
    assert "Roof" in text
    assert "PVT-ALFA" in text
    assert "Belongs to no company" in text


def test_side_by_side_shows_no_private_particular_of_the_company(officer: FlaskClient, alfa: str) -> None:
    text = officer.get(address(LIKE_ALFA, alfa)).text

    assert "Alfa Builder Ltd" in text
    assert "Alfa Builders Ltd" in text
    assert "Likeness of the names: 96 %." in text
    assert "canary" not in text
    assert "Ana" not in text


def test_a_bidder_joined_to_a_company_leaves_the_queue_and_is_seen_with_its_owners(
    app: Flask, officer: FlaskClient, alfa: str
) -> None:
    answer = decide(officer, LIKE_ALFA, alfa)

    assert answer.status_code == 302
    assert heads(officer)[:2] == ["Alfa & Sonsno number", "Zeta Quarries9 (X-PORTAL)"]
    text = officer.get(answer.location).text
    assert "Joined to a company" in text
    assert "2 bidders belong to no company" in officer.get("/tenders/ocds-story-roof").text
    with app.app_context():
        assert material.of_process(db.session, "ocds-story-roof").statements != ()
        assert outbox.knows(db.session, "screen:ocds-story-roof")
        entry = audit.newest(db.session, 1)[0]
    assert (entry.action, entry.facts["reason"]) == ("company records decided same", NOTE)


def test_a_join_that_was_wrong_is_taken_back(app: Flask, officer: FlaskClient, alfa: str) -> None:
    decide(officer, LIKE_ALFA, alfa)

    answer = decide(officer, LIKE_ALFA, alfa, "undone", seen="1", note="The directors differ.")

    assert answer.status_code == 302
    assert heads(officer)[0] == "Alfa Builder Ltd146001 (X-PORTAL)"
    assert "The directors differ." in officer.get(address(LIKE_ALFA, alfa)).text
    assert decisions(app, LIKE_ALFA, alfa) == [Verdict.SAME, Verdict.UNDONE]
    with app.app_context():
        assert material.of_process(db.session, "ocds-story-roof").statements == ()


def test_a_denied_company_is_proposed_no_more(officer: FlaskClient, alfa: str) -> None:
    decide(officer, LIKE_ALFA, alfa, "different")

    text = officer.get("/tenders/unmatched").text

    assert "3 bidders belong to no company, 0 look like one." in text
    assert "Decided lately" in text


def test_a_bidder_without_a_number_is_joined_by_its_name_with_a_warning(
    officer: FlaskClient, app: Flask, alfa: str
) -> None:
    text = officer.get(address(BARE, alfa)).text

    answer = decide(officer, BARE, alfa)

    assert "whoever bids under this name without one" in text
    assert answer.status_code == 302
    assert decisions(app, BARE, alfa) == [Verdict.SAME]
    assert "Alfa & Sonsno number" not in heads(officer)


def test_a_decision_needs_a_note(app: Flask, officer: FlaskClient, alfa: str) -> None:
    answer = decide(officer, LIKE_ALFA, alfa, note=" ")

    assert answer.status_code == 200
    assert "Write what you checked, and where." in answer.text
    assert decisions(app, LIKE_ALFA, alfa) == []


def test_who_writes_while_a_colleague_decides_is_told(app: Flask, officer: FlaskClient, alfa: str) -> None:
    decide(officer, LIKE_ALFA, alfa)

    late = decide(officer, LIKE_ALFA, alfa, "same")
    again = decide(officer, LIKE_ALFA, alfa, "undone", seen="1")

    assert late.status_code == 200
    assert "Somebody decided about these two while you were writing" in late.text
    assert again.status_code == 302
    assert decisions(app, LIKE_ALFA, alfa) == [Verdict.SAME, Verdict.UNDONE]


def test_a_bidder_is_joined_to_one_company_only(app: Flask, officer: FlaskClient, alfa: str) -> None:
    with app.app_context():
        beta = supplier(db.session, "beta").subject
        db.session.commit()
    decide(officer, LIKE_ALFA, alfa)

    answer = decide(officer, LIKE_ALFA, beta)

    assert answer.status_code == 200
    assert "The bidder is joined to another company already." in answer.text
    assert decisions(app, LIKE_ALFA, beta) == []


def test_an_auditor_looks_and_cannot_decide(app: Flask, alfa: str) -> None:
    auditor = at_desk(app, Role.AUDITOR)

    page = auditor.get(address(LIKE_ALFA, alfa))

    assert page.status_code == 200
    assert "<textarea" not in page.text


@pytest.mark.parametrize(
    "there",
    [
        "/tenders/unmatched/bidder:X-PORTAL:none",
        "/tenders/unmatched/bidder::nobody",
        "/tenders/unmatched/no-bidder",
        "/tenders/unmatched/bidder:X-PORTAL:146001/with/um-nobody",
        "/tenders/unmatched/bidder:X-PORTAL:146001/with/bidder:X-PORTAL:9",
    ],
)
def test_who_is_not_there_has_no_page(officer: FlaskClient, alfa: str, there: str) -> None:
    assert officer.get(there).status_code == 404
