"""What was reserved for whom: each group's part of the value, and the lists behind the figures."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.awards import keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import supplier
from tests.factories.desks import at_desk, kept_in
from tests.factories.page import Page

ON = datetime.now(UTC).date() - timedelta(days=30)


def awarded(session: Session) -> None:
    """Nobody said that Ana, who owns Alfa, is of the group."""
    supplier(session, "alfa").declare(draft(held("ana", 100), people=("ana",)))
    keep_award(session, "desks", "alfa", value=300, on=ON, reserved_for="women")
    keep_award(session, "signs", "beta", value=100, on=ON, reserved_for="women youth")
    keep_award(session, "well", "gama", value=600, on=ON)
    keep_award(session, "old", "gama", value=900, on=ON - timedelta(days=500), reserved_for="disability")


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, awarded)
    return at_desk(app)


def rows(page: str) -> list[str]:
    return [each.text for each in Page(page).all("th") if each.attributes.get("scope") == "row"]


def test_each_group_has_its_part_of_all_and_a_list_of_its_awards(officer: FlaskClient) -> None:
    page = officer.get("/oversight/reserved").text
    links = [each for each in Page(page).all("a") if "awards?group=" in each.attributes["href"]]

    lists = [rows(officer.get(each.attributes["href"]).text) for each in links]

    assert rows(page) == ["Women", "Youth"]
    assert "40\u00a0%" in page
    assert "10\u00a0%" in page
    assert [each.text for each in links] == ["2", "KSh\u00a0400", "1", "KSh\u00a0100"]
    assert [len(each) for each in lists] == [2, 2, 1, 1]


def test_nothing_reserved_says_so(app: Flask) -> None:
    assert "Nothing awarded since then was reserved" in at_desk(app).get("/oversight/reserved").text


def test_findings_of_one_group_are_those_of_its_tenders(officer: FlaskClient) -> None:
    every = rows(officer.get("/oversight/findings").text)
    of_group = rows(officer.get("/oversight/findings?group=youth").text)

    assert 0 < len(of_group) < len(every)
