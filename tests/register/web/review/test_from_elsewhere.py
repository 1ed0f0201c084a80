"""What comes from elsewhere at the registrar's desk: pairs that look like one, registry extracts, invitations."""

import io
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.actions.propose_same import propose_same
from register.extensions import db
from register.store import invitations, outbox, registry_extracts, sameness
from register.store.likeness import Kind
from register.store.sameness import Verdict
from tests.factories.declarations import draft, held
from tests.factories.declaring import supplier
from tests.factories.desks import at_desk, kept_in
from tests.factories.page import Page
from tests.factories.people import post, token
from tests.factories.tenders import keep_tender


@pytest.fixture
def two_anas(app: Flask) -> tuple[str, str]:
    """Ana stands in Alfa's declaration and in Beta's; gives both records."""
    with app.app_context():
        subjects = []
        for name in ("alfa", "beta"):
            who = supplier(db.session, name)
            who.declare(draft(held("ana", 60), people=("ana",)))
            subjects.append(who.subject)
        propose_same(db.session, now=datetime.now(UTC))
        db.session.commit()
    one, other = sorted(f"{each}-p-ana" for each in subjects)
    return one, other


def pair(records: tuple[str, str]) -> str:
    return f"/review/same/person/{records[0]}/with/{records[1]}"


def extract(client: FlaskClient, **changed: str) -> str:
    answers = {
        "scheme": "KE-RCO",
        "number": "PVT-ALFA01",
        "name": "Alfa Builders Ltd",
        "status": "active",
        "extracted_on": "2026-03-01",
        "source": "Registry extract 7",
        "directors": "Ana Mwikali",
        "shareholders": "Ana Mwikali; 600\nDelta Ltd; 400; PVT-D",
    }
    answer = post(client, "/review/extracts/new", **(answers | changed))
    return client.get(answer.location).text if answer.location else answer.text


def test_a_registrar_decides_a_pair_and_sees_it_among_the_decided(
    app: Flask, two_anas: tuple[str, str]
) -> None:
    registrar = at_desk(app, Role.REGISTRAR)
    asked = Page(registrar.get(pair(two_anas)).text)

    answer = post(
        registrar, pair(two_anas), verdict="different", reason="Two people: I have met both.", evidence=""
    )

    listed = registrar.get(answer.location).text
    assert "Are these one and the same?" in asked.source
    assert "Two people" in registrar.get(pair(two_anas)).text
    assert "Not the same" in listed
    with app.app_context():
        assert sameness.of_pair(db.session, Kind.PERSON, *two_anas)[-1].verdict is Verdict.DIFFERENT


def test_that_two_are_the_same_needs_a_reason_and_what_was_seen(
    app: Flask, two_anas: tuple[str, str]
) -> None:
    registrar = at_desk(app, Role.REGISTRAR)

    refused = post(registrar, pair(two_anas), verdict="same", reason="", evidence="")

    assert "Write why, so that others can follow it." in refused.text
    assert "Write what you saw, where and when." in refused.text
    with app.app_context():
        assert sameness.of_pair(db.session, Kind.PERSON, *two_anas) == ()


def test_no_private_particular_stands_on_the_pages_of_a_pair(app: Flask, two_anas: tuple[str, str]) -> None:
    registrar = at_desk(app, Role.REGISTRAR)

    pages = registrar.get("/review/same/person").text + registrar.get(pair(two_anas)).text

    assert "1980" not in pages
    assert "canary.example" not in pages
    assert "plot 77" not in pages


def test_an_auditor_sees_a_pair_and_may_not_decide(app: Flask, two_anas: tuple[str, str]) -> None:
    auditor = at_desk(app, Role.AUDITOR)

    assert "Save the decision" not in auditor.get(pair(two_anas)).text
    assert auditor.get("/review/same/person/um-x-p-x/with/um-y-p-y").status_code == 404


def test_an_extract_typed_from_paper_is_found_and_shown(app: Flask) -> None:
    registrar = at_desk(app, Role.REGISTRAR)

    kept = extract(registrar)

    shown = Page(registrar.get("/review/extracts/1").text).source
    assert "The extract is kept." in kept
    assert "60\u00a0%" in shown
    assert "This company has not declared yet." in shown
    assert "No extract has this name" in registrar.get("/review/extracts?q=Zeta").text


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("number", "", "Enter the company’s number."),
        ("extracted_on", "yesterday", "Write the date as year-month-day"),
        ("shareholders", "Ana; many", "Write each as name; number of shares"),
        ("status", "gone", "Not a valid choice"),
    ],
)
def test_a_slip_in_an_extract_is_told_beside_its_field(app: Flask, field: str, typed: str, told: str) -> None:
    registrar = at_desk(app, Role.REGISTRAR)

    assert told in extract(registrar, **{field: typed})
    with app.app_context():
        assert registry_extracts.count(db.session) == 0


def test_a_file_of_extracts_is_kept_but_for_what_is_wrong(app: Flask) -> None:
    registrar = at_desk(app, Role.REGISTRAR)
    data = b"number,name,extracted_on,role,party,shares\nPVT-A,Alfa,2026-03-01,director,Ana,\nPVT-B,Beta,soon,,,\n"

    answer = registrar.post(
        "/review/extracts",
        data={
            "csrf_token": token(registrar.get("/review/extracts")),
            "source": "A list of the registry",
            "file": (io.BytesIO(data), "extracts.csv"),
        },
    )

    assert "Row 3, column extracted_on:" in answer.text
    with app.app_context():
        assert registry_extracts.count(db.session) == 1


def test_an_officer_invites_the_bidders_of_a_tender(app: Flask) -> None:
    kept_in(app, lambda session: keep_tender(session, bids={"school-roof": ("alfa", "beta")}), check=False)
    officer = at_desk(app)

    made = post(officer, "/review/invitations", ocid="ocds-story-school-roof", title="", due_on="2026-12-31")
    unknown = post(officer, "/review/invitations", ocid="ocds-nothing", title="", due_on="")
    added = post(officer, f"{made.location}/1", contact="office@alfa.example")
    sent = officer.post(f"{made.location}/send", data={"csrf_token": token(officer.get(made.location))})

    page = officer.get(sent.location).text
    assert "0 of 2 have declared." in page
    assert "1 cannot be reached" in page
    assert "No tender has this identifier" in unknown.text
    assert added.status_code == 302
    with app.app_context():
        (letter,) = [
            each for each in outbox.newest(db.session, ("mail",)) if each.key.startswith("invitation")
        ]
        assert letter.payload["to"] == "office@alfa.example"
        assert "/declare/invited/" in letter.payload["text"]


def test_who_follows_an_invitation_says_whether_it_is_their_company(app: Flask, client: FlaskClient) -> None:
    kept_in(app, lambda session: keep_tender(session, bids={"school-roof": ("alfa",)}), check=False)
    officer = at_desk(app)
    made = post(officer, "/review/invitations", ocid="ocds-story-school-roof", title="", due_on="")
    post(officer, f"{made.location}/1", contact="office@alfa.example")
    officer.post(f"{made.location}/send", data={"csrf_token": token(officer.get(made.location))})
    with app.app_context():
        letter = next(
            each for each in outbox.newest(db.session, ("mail",)) if each.key.startswith("invitation")
        )
    address = "/declare/invited/" + letter.payload["text"].partition("/declare/invited/")[2].split()[0]

    unanswered = post(client, address)
    followed = post(client, address, answer="yes")

    assert "Pick an answer" in unanswered.text
    assert followed.location.startswith("/register?next=/company/ask/new")
    assert client.get(address).status_code == 404
    with app.app_context():
        assert invitations.one(db.session, 1).opened_at is not None


def test_a_registrar_sees_how_a_declaration_differs_from_the_registry(app: Flask) -> None:
    with app.app_context():
        reference = supplier(db.session, "alfa").declare(draft(held("ana", 60), people=("ana",)))
        db.session.commit()
    registrar = at_desk(app, Role.REGISTRAR)
    before = registrar.get(f"/review/declarations/{reference}").text

    extract(registrar, number="PVT-ALFA")

    page = Page(registrar.get(f"/review/declarations/{reference}").text).source
    assert "Compared with the registry extract" not in before
    assert "Compared with the registry extract of 1 March 2026" in page
    assert "Delta Ltd is a shareholder in the registry (40\u00a0%) and is not declared." in page
