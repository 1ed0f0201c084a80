"""What officers decide about a finding on the page of its tender, and how the page shows it afterwards."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.screening import DecisionKind
from register.store import audit
from register.web.findings.asking import anchor
from tests.factories.desks import ADDRESS, NAME, ROOF, at_desk, decide, finding, kept_in, number_of, roof
from tests.factories.page import Page
from tests.factories.pictures import Hold
from tests.factories.tenders import NOW, keep_owners


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    """Otieno, an officer, signed in; the school roof was checked."""
    kept_in(app, roof)
    return at_desk(app)


def test_a_dismissed_finding_stands_below_with_reason_name_and_day(app: Flask, officer: FlaskClient) -> None:
    answer = decide(officer, app, "shared-owner", "dismiss", "Mother and daughter of one name.")

    page = officer.get(answer.location).text
    kept = finding(app, ROOF, "shared-owner")
    assert answer.status_code == 302
    assert "Your decision is saved." in page
    assert "Reason: Mother and daughter of one name." in page
    assert "Otieno Baraka" in page
    assert "4 bidders, 4 clusters, 1 finding to answer." in page
    assert page.index("Mother and daughter") > page.index("Answer first")
    assert [each.by for each in kept.decisions] == [number_of(app, "officer@umiliki.example")]


def test_a_decision_leaves_a_trace_in_the_audit_trail(app: Flask, officer: FlaskClient) -> None:
    decide(officer, app, "shared-owner", "ask", "Letter 12 of 3 March.")

    with app.app_context():
        (event,) = audit.newest(db.session, 1)
    assert event.action == "finding decided"
    assert event.facts["decision"] == "ask"
    assert event.facts["process"] == ROOF
    assert "Letter 12" not in str(event.facts)


def test_a_decision_without_a_reason_comes_back_with_what_was_chosen(
    app: Flask, officer: FlaskClient
) -> None:
    answer = decide(officer, app, "shared-owner", "dismiss", "   ")

    page = Page(answer.text)
    chosen = page.at(f"{anchor(finding(app, ROOF, 'shared-owner').finding.fingerprint)}-kind-1")
    assert "Write what you checked, and where." in answer.text
    assert "checked" in chosen.attributes
    assert page.all("div", "errors")
    assert finding(app, ROOF, "shared-owner").decisions == ()


def test_a_reason_without_a_decision_is_kept_in_the_form(app: Flask, officer: FlaskClient) -> None:
    answer = decide(officer, app, "shared-owner", "", "Seen the register of companies.")

    page = Page(answer.text)
    assert "Choose what should happen." in answer.text
    assert "Seen the register of companies." in answer.text
    assert [each for each in page.all("details") if "open" in each.attributes and "Decide" in each.text]


def test_a_confirmation_needs_two_officers(app: Flask, officer: FlaskClient) -> None:
    second = at_desk(app, email="second@umiliki.example")
    decide(officer, app, "shared-owner", "confirm", "Extract of 4 March.")

    same = decide(officer, app, "shared-owner", "confirm", "Still so.", seen=1)
    other = decide(second, app, "shared-owner", "confirm", "I have seen the extract too.", seen=1)

    assert "another officer must confirm it too" in same.text
    assert other.status_code == 302
    assert "Confirmed by two officers" in officer.get(ADDRESS).text
    assert len(finding(app, ROOF, "shared-owner").decisions) == 2


def test_what_was_decided_in_the_meantime_is_shown_before_one_decides(
    app: Flask, officer: FlaskClient
) -> None:
    second = at_desk(app, email="second@umiliki.example")
    decide(second, app, "shared-owner", "dismiss", "Not the same person.")

    late = decide(officer, app, "shared-owner", "ask", "Please explain.", seen=0)

    assert "Somebody decided about this finding while you were writing" in late.text
    assert "Not the same person." in late.text
    assert "Please explain." in late.text
    assert len(finding(app, ROOF, "shared-owner").decisions) == 1


def test_only_an_official_can_be_recused(app: Flask, officer: FlaskClient) -> None:
    of_owner = decide(officer, app, "shared-owner", "recuse", "He stays away.")
    of_official = decide(officer, app, "owner-is-official", "recuse", "He stays away.")

    assert of_owner.status_code == 200
    assert of_official.status_code == 302
    assert finding(app, ROOF, "owner-is-official").decisions[0].kind is DecisionKind.RECUSE


def test_an_auditor_reads_and_decides_nothing(app: Flask) -> None:
    kept_in(app, roof)
    auditor = at_desk(app, Role.AUDITOR)

    page = auditor.get(ADDRESS)
    post = auditor.post(f"{ADDRESS}/findings/{finding(app, ROOF, 'shared-owner').finding.fingerprint}")

    assert "Explain" in page.text
    assert "Save decision" not in page.text
    assert post.status_code in (400, 403)
    assert finding(app, ROOF, "shared-owner").decisions == ()


def test_a_decision_about_other_facts_is_asked_for_again(app: Flask, officer: FlaskClient) -> None:
    decide(officer, app, "shared-owner", "dismiss", "Two people of one name.")
    more = Hold(NAME, "beta", 45, declared=date(2026, 2, 20))
    kept_in(app, lambda session: keep_owners(session, more, now=NOW + timedelta(hours=1)))

    page = officer.get(ADDRESS).text

    assert "Reopened: the facts changed since the decision. Decide again." in page
    assert "Two people of one name." in page
    assert "4 bidders, 4 clusters, 3 findings to answer." in page
