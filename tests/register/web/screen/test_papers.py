"""The certificate and the annex: drafts until nothing is open, then kept word for word and found again."""

import io
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.four_eyes import ProposalKind
from register.jurisdictions import load
from register.jurisdictions.rulesets import RuleChange
from register.store import audit, issued_papers, proposals, published_rules
from tests.factories.desks import ADDRESS, NAME, ROOF, at_desk, decide, kept_in, roof
from tests.factories.page import Page
from tests.factories.people import person, token
from tests.factories.pictures import CLOSE
from tests.factories.tenders import NOW, keep_owners

KENYA = load("kenya_makueni")
CERTIFICATE = f"{ADDRESS}/papers/certificate"
ITEMS = ("on-file", "declared", "judged")


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    """Otieno, an officer, signed in; the school roof was checked."""
    kept_in(app, roof)
    return at_desk(app)


def note(client: FlaskClient, item: str, reason: str = "It did not win.") -> TestResponse:
    """Give a reason as the form of a line does."""
    page = Page(client.get(ADDRESS).text)
    facts = page.at(f"gate-{item}-facts").attributes["value"]
    before = f"gate-{item}"
    return client.post(
        f"{ADDRESS}/gate/{item}",
        data={
            f"{before}-csrf_token": token(client.get(ADDRESS)),
            f"{before}-reason": reason,
            f"{before}-facts": facts,
        },
    )


def answer_everything(app: Flask, client: FlaskClient) -> None:
    """Decide about every finding, and say why what is open need not be done."""
    for code in ("shared-owner", "owner-is-official"):
        decide(client, app, code, "dismiss", "Seen the minutes of 3 March.")
    for item in ITEMS:
        assert note(client, item).status_code == 302


def issue(client: FlaskClient, address: str = CERTIFICATE, *, seen: str = "") -> TestResponse:
    page = client.get(address)
    shown = seen or Page(page.text).at("seen").attributes["value"]
    return client.post(address, data={"csrf_token": token(page), "seen": shown})


def second(app: Flask) -> FlaskClient:
    """Another officer, signed in."""
    return at_desk(app, email="second@umiliki.example")


def sign(client: FlaskClient, signed: str) -> TestResponse:
    """Sign second, as the form on the paper does."""
    return client.post(f"{signed}/sign", data={"csrf_token": token(client.get(signed))})


def test_a_line_that_is_open_takes_a_reason_and_shows_it(officer: FlaskClient) -> None:
    answer = note(officer, "declared")

    page = officer.get(answer.location).text
    assert "Your reason is saved." in page
    assert "It did not win." in page
    assert "Reason given" in page


def test_a_reason_without_words_comes_back(officer: FlaskClient) -> None:
    answer = note(officer, "declared", "  ")

    assert answer.status_code == 200
    assert "Write why it does not stop the award, and on what you rely." in answer.text


def test_a_paper_is_a_draft_while_something_is_open(officer: FlaskClient) -> None:
    page = officer.get(CERTIFICATE).text

    assert "Draft: nobody has issued this paper, and it may change." in page
    assert f"{NAME} is an owner of 2 bidders" in page
    assert "Sign this paper" not in page


def test_a_paper_is_not_issued_while_something_is_open(app: Flask, officer: FlaskClient) -> None:
    answer = officer.post(CERTIFICATE, data={"csrf_token": token(officer.get(CERTIFICATE)), "seen": "0" * 64})

    assert "Something is still open before the award" in answer.text
    with app.app_context():
        assert issued_papers.of_process(db.session, ROOF) == ()


def test_an_issued_certificate_stands_in_the_audit_trail(app: Flask, officer: FlaskClient) -> None:
    answer_everything(app, officer)

    answer = issue(officer)
    with app.app_context():
        (first,) = audit.newest(db.session, 1)
    sign(second(app), answer.location)

    page = officer.get(answer.location).text
    with app.app_context():
        (event,) = audit.newest(db.session, 1)
        (kept,) = issued_papers.of_process(db.session, ROOF)
    assert kept.second is not None
    assert (first.action, first.sequence) == ("paper signed first", kept.entry)
    assert (event.action, event.facts["fingerprint"], event.sequence) == (
        "paper issued",
        kept.fingerprint,
        kept.second.entry,
    )
    assert kept.fingerprint[:8] in page
    assert "Seen the minutes of 3 March." in page
    assert "Certificate 1" in officer.get(ADDRESS).text


def test_a_certificate_is_issued_only_when_a_second_officer_has_signed(
    app: Flask, officer: FlaskClient
) -> None:
    answer_everything(app, officer)
    signed = issue(officer).location
    waits = officer.get(signed).text

    given = {"csrf_token": token(officer.get(CERTIFICATE))}
    own = officer.post(f"{signed}/sign", data=given)
    page = officer.get(sign(second(app), signed).location).text

    assert "Not issued yet: one officer has signed this paper" in waits
    assert "You signed this paper first: another officer must sign it too." in own.text
    assert "Not issued yet" not in page
    assert "Second signature" in page
    assert "Waits for a second signature" not in officer.get(ADDRESS).text


def test_a_certificate_is_not_signed_second_once_the_facts_changed(app: Flask, officer: FlaskClient) -> None:
    answer_everything(app, officer)
    signed = issue(officer).location
    kept_in(app, lambda session: keep_owners(session, ("Faith Syokau", "delta", 100)))

    answer = sign(second(app), signed)

    assert answer.status_code == 200
    with app.app_context():
        assert not issued_papers.of_process(db.session, ROOF)[0].issued


def test_a_check_that_finds_the_same_again_leaves_a_signed_paper_as_it_is(
    app: Flask, officer: FlaskClient
) -> None:
    answer_everything(app, officer)
    signed = issue(officer).location
    kept_in(app)

    assert sign(second(app), signed).status_code == 302


def test_an_annex_needs_one_signature_alone(app: Flask, officer: FlaskClient) -> None:
    answer_everything(app, officer)

    issued = issue(officer, f"{ADDRESS}/papers/annex").location

    assert "Not issued yet" not in officer.get(issued).text
    assert "Sign and issue" not in second(app).get(issued).text


def test_the_certificate_names_the_committee_and_how_each_declared(officer: FlaskClient) -> None:
    empty = officer.get(CERTIFICATE).text
    given = {"account": "0", "name": "Musau Kilonzo", "committee": "evaluation", "seat": "chair"}
    day = {"appointed_on-day": "2", "appointed_on-month": "3", "appointed_on-year": "2026"}
    data = {"csrf_token": token(officer.get(f"{ADDRESS}/committee")), "document": "", **given, **day}
    officer.post(f"{ADDRESS}/committee", data=data)

    page = Page(officer.get(CERTIFICATE).text).all("section", "paper")[0].text

    assert "No committee has been named." in empty
    assert "Musau Kilonzo" in page
    assert "Evaluation committee, Chair" in page
    assert "Musau Kilonzo has not declared yet" in page


def test_an_issued_paper_stays_as_it_was_when_the_facts_change(app: Flask, officer: FlaskClient) -> None:
    answer_everything(app, officer)
    issued = issue(officer).location
    sign(second(app), issued)
    before, printed = officer.get(issued).text, officer.get(f"{issued}.pdf").data
    kept_in(app, lambda session: keep_owners(session, ("Faith Syokau", "delta", 100)))

    after = officer.get(issued).text

    assert Page(after).all("section", "paper")[0].text == Page(before).all("section", "paper")[0].text
    assert officer.get(f"{issued}.pdf").data == printed
    assert "Sign this paper" not in officer.get(CERTIFICATE).text


def test_a_paper_that_changed_since_it_was_read_is_not_issued(app: Flask, officer: FlaskClient) -> None:
    answer_everything(app, officer)

    answer = issue(officer, seen="0" * 64)

    assert "The paper has changed since you opened it" in answer.text


def test_the_annex_tells_the_proof_of_every_finding(officer: FlaskClient) -> None:
    answer = officer.get(f"{ADDRESS}/papers/annex.pdf")

    text = " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages).split())
    assert answer.mimetype == "application/pdf"
    assert "Stephen Nzuki owns 30" in text
    assert "declared 12 January 2026" in text
    assert "(draft)" in text


def changed(session: Session, share: str, from_day: date) -> None:
    """The owner threshold was changed from a day on."""
    by = person(session, Role.REGISTRAR, email=f"changes-to-{share}@umiliki.example").id
    told = proposals.add(session, ProposalKind.RULES, "owner_threshold", {}, "It says so.", by=by, at=NOW)
    change = RuleChange("owner_threshold", share, from_day, "An invented act", told.id)
    published_rules.add(session, change, at=NOW)


def test_a_paper_names_the_rules_of_the_day_that_is_looked_at(app: Flask, officer: FlaskClient) -> None:
    later = CLOSE + timedelta(days=9)
    with app.app_context():
        changed(db.session, "5", CLOSE - timedelta(days=9))
        changed(db.session, "2.5", later)
        db.session.commit()
        then, now = (published_rules.rules_on(db.session, KENYA, day).ruleset for day in (CLOSE, later))

    page = officer.get(CERTIFICATE).text

    assert then != now
    assert [each in page for each in (then, now)] == [True, False]


def test_a_paper_of_another_tender_is_not_found_here(app: Flask, officer: FlaskClient) -> None:
    answer_everything(app, officer)
    issued = issue(officer).location

    assert officer.get(issued.replace("school-roof", "borehole")).status_code == 404
    assert officer.get(f"{ADDRESS}/issued/99").status_code == 404
    assert officer.get("/tenders/ocds-nothing/papers/certificate").status_code == 404


def test_an_auditor_reads_papers_and_issues_none(app: Flask, officer: FlaskClient) -> None:
    auditor = at_desk(app, Role.AUDITOR)

    assert "Draft:" in auditor.get(CERTIFICATE).text
    assert "Sign this paper" not in auditor.get(CERTIFICATE).text
    assert auditor.post(CERTIFICATE).status_code in (400, 403)


def test_a_paper_holds_nobodys_identity(app: Flask, officer: FlaskClient) -> None:
    def typed(session: Session) -> None:
        keep_owners(session, ("Faith Syokau", "delta", 100), typed=("Faith Syokau",))

    kept_in(app, typed)

    assert "ID OF" not in officer.get(CERTIFICATE).text + officer.get(f"{ADDRESS}/papers/annex").text
