"""Findings across tenders: officers decide with a reason, auditors read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.access import Role
from register.actions.raise_portfolio_flags import raise_portfolio_flags
from register.extensions import db
from register.flags.flag import Severity
from register.screening.committee import Committee, Seat
from register.store import accounts, committees, contracts, portfolio_findings
from register.store.committees import NewMember
from register.web.findings.asking import anchor
from tests.factories.declaring import KENYA
from tests.factories.desks import at_desk, kept_in
from tests.factories.people import token
from tests.factories.pictures import CLOSE
from tests.factories.tenders import keep_owners, keep_tender

PAGE = "/oversight/across"
REASON = "The three roads were let by lottery: minutes of 3 March."


def turns(session: Session) -> None:
    """Alfa and Beta, in one hand, win in turn."""
    for place, won in enumerate(("alfa", "beta", "alfa")):
        title = f"road-{place}"
        keep_tender(
            session, bids={title: ("alfa", "beta")}, won=(won,), closes=CLOSE,
            awarded_on=CLOSE + timedelta(days=5),
        )  # fmt: skip
    keep_owners(session, ("Ana Mwikali", "alfa", 60), ("alfa", "beta", 80))
    raise_portfolio_flags(session, now=datetime.now(UTC), jurisdiction=KENYA)


@pytest.fixture
def fingerprint(app: Flask) -> str:
    kept_in(app, turns, check=False)
    with app.app_context():
        found = portfolio_findings.everything(db.session)
    return next(each.finding.fingerprint for each in found if each.finding.code == "rotation")


def decide(client: FlaskClient, fingerprint: str, kind: str, reason: str, *, seen: int = 0) -> TestResponse:
    before = anchor(fingerprint)
    there = client.get(client.get(f"{PAGE}/{fingerprint}").location)
    answers = {"csrf_token": token(there), "kind": kind, "reason": reason, "seen": str(seen)}
    sent = {f"{before}-{name}": value for name, value in answers.items()}
    return client.post(f"{PAGE}/{fingerprint}", data=sent)


def test_a_decision_is_kept_with_its_reason_and_shown(app: Flask, fingerprint: str) -> None:
    officer = at_desk(app)

    sent = decide(officer, fingerprint, "dismiss", REASON)

    assert sent.location == f"{PAGE}#{anchor(fingerprint)}"
    assert REASON in officer.get(PAGE).text
    assert officer.get(f"{PAGE}/{fingerprint}").location == sent.location


def test_without_a_reason_nothing_is_decided_and_what_was_typed_stays(app: Flask, fingerprint: str) -> None:
    officer = at_desk(app)

    sent = decide(officer, fingerprint, "confirm", " ")

    assert "Write what you checked, and where." in sent.text
    with app.app_context():
        assert portfolio_findings.one(db.session, fingerprint).decisions == ()


def test_a_second_confirmation_needs_a_second_officer(app: Flask, fingerprint: str) -> None:
    officer = at_desk(app)
    decide(officer, fingerprint, "confirm", REASON)

    again = decide(officer, fingerprint, "confirm", REASON, seen=1)

    assert "another officer must confirm it too" in again.text


def test_an_auditor_reads_the_proof_and_has_no_form(app: Flask, fingerprint: str) -> None:
    page = at_desk(app, Role.AUDITOR).get(PAGE).text

    assert "Companies in one hand win in turn" in page
    assert "Save decision" not in page


def test_what_is_no_finding_is_not_found(app: Flask, fingerprint: str) -> None:
    assert at_desk(app).get(f"{PAGE}/{'0' * 64}").status_code == 404


def test_before_anything_was_asked_the_page_says_when_it_will_be(app: Flask) -> None:
    assert "asked every night" in at_desk(app).get(PAGE).text


def test_the_path_is_drawn_and_can_be_saved(app: Flask, fingerprint: str) -> None:
    officer = at_desk(app)

    page, picture = officer.get(PAGE).text, officer.get(f"{PAGE}/{fingerprint}.svg")

    assert "Thick line: the path." in page
    assert "style=" not in page
    assert f"{PAGE}/{fingerprint}.svg" in page
    assert picture.mimetype == "image/svg+xml"
    assert "Alfa Ltd owns 80\u00a0% of Beta Ltd." in picture.text


def test_a_long_list_is_parted_and_a_decision_leads_to_its_page(
    app: Flask, fingerprint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("register.web.oversight.across.PER_PAGE", 1)
    with app.app_context():
        known = portfolio_findings.one(db.session, fingerprint).found
        # Weightier, so that it comes first.
        other = replace(known.finding, fingerprint="0" * 32, severity=Severity.ANSWER_FIRST)
        portfolio_findings.save(db.session, [known, replace(known, finding=other)], now=datetime.now(UTC))
        db.session.commit()
    officer, name = at_desk(app), anchor(fingerprint)

    pages = [officer.get(f"{PAGE}?page={page}").text for page in (1, 2)]

    assert [f'id="{name}"' in page for page in pages] == [False, True]
    assert all("2 findings." in page for page in pages)
    assert officer.get(f"{PAGE}/{fingerprint}").location == f"{PAGE}?page=2#{name}"
    assert decide(officer, fingerprint, "dismiss", REASON).location == f"{PAGE}?page=2#{name}"


def test_a_member_from_whom_a_tender_is_withheld_is_told_of_no_finding_that_names_it(
    app: Flask, fingerprint: str
) -> None:
    email = "wanjiru@umiliki.example"
    member = at_desk(app, email=email)
    seen = member.get(PAGE).text
    with app.app_context():
        account = accounts.by_email(db.session, email)
        assert account
        for ocid in contracts.ocids(db.session):
            day = CLOSE - timedelta(days=1)
            seat = NewMember(ocid, Committee.EVALUATION, Seat.CHAIR, account.name, day, account_id=account.id)
            committees.name(db.session, seat, by=account.id, now=datetime.now(UTC))
        db.session.commit()

    kept_away = member.get(PAGE).text

    assert anchor(fingerprint) in seen
    assert anchor(fingerprint) not in kept_away
    assert member.get(f"{PAGE}/{fingerprint}").status_code == 404
    assert anchor(fingerprint) in at_desk(app).get(PAGE).text
