"""The page of value won per owner, and the awards behind each."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.actions.rebuild_owners import rebuild_owners
from tests.factories.awards import keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import KENYA, NOW, supplier
from tests.factories.desks import at_desk, kept_in
from tests.factories.page import Page


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    def owned(session: Session) -> None:
        supplier(session, "alfa").declare(draft(held("ana", 100), people=("ana",)))
        for _ in rebuild_owners(session, clock=lambda: NOW, jurisdiction=KENYA):
            pass
        on = datetime.now(UTC).date() - timedelta(days=30)
        keep_award(session, "roof", "alfa", value=1_250_000, on=on, department="Health Services")
        keep_award(session, "old-well", "alfa", value=50_000, on=on - timedelta(days=500))

    kept_in(app, owned, check=False)
    return at_desk(app)


def rows(page: str) -> list[str]:
    return [each.text for each in Page(page).all("th") if each.attributes.get("scope") == "row"]


def test_an_owner_leads_to_the_awards_behind_the_value(officer: FlaskClient) -> None:
    page = officer.get("/oversight/owners").text
    links = {each.attributes["href"] for each in Page(page).all("a") if "owner=" in each.attributes["href"]}

    (link,) = links
    behind = officer.get(link).text

    assert "KSh\u00a01,250,000" in page
    assert [each.split("MKN")[0] for each in rows(behind)] == ["Roof"]
    assert "To companies that surely belong to" in behind


def test_years_and_departments_are_asked_for_in_the_address(officer: FlaskClient) -> None:
    assert "KSh\u00a01,300,000" in officer.get("/oversight/owners?since=ever").text
    assert "KSh\u00a01,250,000" in officer.get("/oversight/owners?department=Health+Services").text
    assert "Nothing was awarded with a value" in officer.get("/oversight/owners?department=Works").text


def test_nobodys_awards_are_not_found(officer: FlaskClient) -> None:
    assert officer.get("/oversight/awards?owner=nobody").status_code == 404
