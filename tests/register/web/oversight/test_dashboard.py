"""The first page of oversight: each figure leads to a list of just as many lines."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.access import Role
from register.store.coverage import ChangeLine
from register.web.oversight.measures import due_days, in_time, percent_of, stands_since
from tests.factories.awards import keep_award
from tests.factories.declaring import KENYA
from tests.factories.desks import at_desk, kept_in, roof
from tests.factories.page import Page

TODAY = date(2026, 3, 9)


@pytest.fixture
def auditor(app: Flask) -> FlaskClient:
    def awarded(session: Session) -> None:
        keep_award(session, "well", "alfa", "beta", on=datetime.now(UTC).date() - timedelta(days=60))

    kept_in(app, roof, awarded)
    return at_desk(app, Role.AUDITOR)


def test_each_figure_of_the_first_page_leads_to_a_list_of_as_many_lines(auditor: FlaskClient) -> None:
    page = Page(auditor.get("/oversight").text)
    figures = [
        (int(each.text), each.attributes["href"])
        for each in page.all("a")
        if each.text.isdecimal() and "/oversight/" in each.attributes["href"]
    ]

    lengths = [
        sum(each.attributes.get("scope") == "row" for each in Page(auditor.get(address).text).all("th"))
        for _, address in figures
    ]

    assert len(figures) > 8
    assert lengths == [number for number, _ in figures]


def test_awards_to_suppliers_that_never_declared_are_late(auditor: FlaskClient) -> None:
    assert "0 of 2 awards due since" in auditor.get("/oversight").text
    assert "2 awards to suppliers." in auditor.get("/oversight/awards?late=yes").text
    assert "0 awards to suppliers." in auditor.get("/oversight/awards?late=yes&group=women").text


def test_an_empty_register_says_what_would_fill_the_pages(app: Flask) -> None:
    client = at_desk(app)

    assert "Findings appear when tenders with bids are imported" in client.get("/oversight").text
    for address in ("/oversight/suppliers", "/oversight/findings?age=ancient", "/oversight/awards?page=x"):
        assert client.get(address).status_code == 200


def test_a_declaration_stands_for_as_long_as_it_need_not_be_confirmed() -> None:
    since = KENYA.day_of(stands_since(KENYA, TODAY))

    assert KENYA.confirmation_due(since) >= TODAY > KENYA.confirmation_due(since - timedelta(days=1))


def test_what_is_not_due_yet_is_neither_late_nor_in_time() -> None:
    due = due_days(KENYA, [date(2026, 2, 1), TODAY - timedelta(days=3)], TODAY)

    assert {day: KENYA.day_of(last - timedelta(seconds=1)) for day, last in due.items()} == {
        date(2026, 2, 1): date(2026, 2, 16)
    }


def test_a_change_told_on_the_last_day_is_in_time_and_a_day_later_is_not() -> None:
    happened = date(2026, 2, 2)
    last = datetime.combine(KENYA.change_due(happened), datetime.min.time(), tzinfo=UTC)

    told = [ChangeLine("Alfa", "A1", "UM-1", happened, last + timedelta(days=days)) for days in (0, 1)]

    assert in_time(KENYA, told) == (1, 2)


def test_a_small_part_of_the_whole_is_not_nothing() -> None:
    assert percent_of(Decimal(1), Decimal(180)) == Decimal("0.6")
    assert percent_of(Decimal(0), Decimal(0)) == 0
