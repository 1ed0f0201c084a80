"""The page of one owner: the companies drawn and listed, and the awards behind each figure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.actions.rebuild_owners import rebuild_owners
from register.declarations.draft import EntityKind
from tests.factories.awards import keep_award
from tests.factories.declarations import body, draft, held
from tests.factories.declaring import KENYA, NOW, supplier
from tests.factories.desks import at_desk, kept_in
from tests.factories.page import Page


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    """Ana owns all of Alfa, which won three times, once long ago."""

    def owned(session: Session) -> None:
        supplier(session, "alfa").declare(draft(held("ana", 100), people=("ana",)))
        for _ in rebuild_owners(session, clock=lambda: NOW, jurisdiction=KENYA):
            pass
        on = datetime.now(UTC).date() - timedelta(days=30)
        keep_award(session, "roof", "alfa", value=1_250_000, on=on)
        keep_award(session, "gate", "alfa", "gama", value=50_000, on=on)
        keep_award(session, "old-well", "alfa", value=70_000, on=on - timedelta(days=500))

    kept_in(app, owned, check=False)
    return at_desk(app)


def address(officer: FlaskClient) -> str:
    links = [each.attributes["href"] for each in Page(officer.get("/oversight/owners").text).all("a")]
    return next(each for each in links if each.startswith("/oversight/owners/") and "#" not in each)


def test_an_owner_is_drawn_with_the_companies_and_what_they_won(officer: FlaskClient) -> None:
    page = officer.get(address(officer)).text

    assert page.count("<svg") >= 2
    assert "style=" not in page
    assert "2 awards, KSh\u00a01,275,000" in page
    assert "owns 100\u00a0% of" in page


def test_what_was_won_together_counts_with_an_equal_part(officer: FlaskClient) -> None:
    assert "KSh\u00a01,275,000" in officer.get(address(officer)).text
    assert "KSh\u00a01,345,000" in officer.get(f"{address(officer)}?since=ever").text


def test_every_figure_of_an_owner_leads_to_the_list_behind_it(officer: FlaskClient) -> None:
    links = {each.attributes["href"] for each in Page(officer.get(address(officer)).text).all("a")}
    behind = {each for each in links if each.startswith("/oversight/awards?")}

    assert len(behind) == 2
    for each in behind:
        page = officer.get(each).text
        assert "2 awards to suppliers" in page
        assert "Old well" not in page


def test_a_body_whose_number_has_strokes_has_a_page_too(app: Flask, officer: FlaskClient) -> None:
    kaiti = replace(body("kaiti", EntityKind.GOVERNMENT), number="CPR/2011/123")

    def held_by_kaiti(session: Session) -> None:
        supplier(session, "beta").declare(draft(held("kaiti", 100), bodies=(kaiti,)))
        for _ in rebuild_owners(session, clock=lambda: NOW, jurisdiction=KENYA):
            pass
        keep_award(session, "dam", "beta", value=9_000_000, on=datetime.now(UTC).date())

    kept_in(app, held_by_kaiti, check=False)
    links = [each.attributes["href"] for each in Page(officer.get("/oversight/owners").text).all("a")]
    (first, *_others) = [each for each in links if "/oversight/owners/" in each and "123" in each]

    assert officer.get(first).status_code == 200


def test_nobodys_page_and_no_companys_awards_are_found(officer: FlaskClient) -> None:
    assert officer.get("/oversight/owners/nobody").status_code == 404
    assert officer.get("/oversight/awards?company=nobody").status_code == 404
