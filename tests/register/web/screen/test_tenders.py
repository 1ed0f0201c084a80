"""The list of tenders: filtered and sorted by its address."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.access import Role
from tests.factories.desks import at_desk, kept_in
from tests.factories.page import Page
from tests.factories.tenders import keep_owners, keep_tender

NAME = "Mwĩkali Ndũku Mutiso"


def county(session: Session) -> None:
    """A tender with a finding, one that still takes bids, one awarded."""
    keep_tender(session, bids={"school-roof": ("alfa", "beta", "gama")})
    keep_tender(session, bids={"borehole": ("delta",)}, closes=date(2999, 1, 1))
    keep_tender(
        session,
        bids={"market-shed": ("alfa", "delta")},
        won=("delta",),
        closes=date(2026, 1, 10),
        awarded_on=date(2026, 2, 1),
    )
    others = (("Esther Mueni", "alfa", 40), ("Grace Mbithe", "beta", 60), ("Faith Syokau", "delta", 100))
    keep_owners(session, (NAME, "alfa", 60), (NAME, "beta", 40), *others)


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, county)
    return at_desk(app)


def titles(client: FlaskClient, address: str) -> list[str]:
    """The tenders of a list, as they stand on the page."""
    page = Page(client.get(address).text)
    return [
        each.text.split("MKN/")[0].strip() for each in page.all("th") if each.attributes["scope"] == "row"
    ]


def test_the_tender_that_closes_last_stands_first(officer: FlaskClient) -> None:
    assert titles(officer, "/tenders") == ["Borehole", "School roof", "Market shed"]


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("stage=open", ["Borehole"]),
        ("stage=closed", ["School roof"]),
        ("stage=awarded", ["Market shed"]),
        ("stage=contract", []),
        ("flag=shared-owner", ["School roof"]),
        ("flag=nonsense", ["Borehole", "School roof", "Market shed"]),
        ("waiting=yes", ["School roof"]),
        ("text=shed", ["Market shed"]),
        ("text=gama+ltd", ["School roof"]),
        ("text=MKN/BOREHOLE", ["Borehole"]),
        ("text=100%25", []),
        ("stage=nonsense", ["Borehole", "School roof", "Market shed"]),
        ("by=title", ["Borehole", "Market shed", "School roof"]),
        ("by=title&way=other", ["School roof", "Market shed", "Borehole"]),
        ("by=bidders", ["School roof", "Market shed", "Borehole"]),
        ("by=findings", ["School roof", "Borehole", "Market shed"]),
        ("by=closes&way=other", ["Market shed", "School roof", "Borehole"]),
        ("page=2", []),
        ("page=0", ["Borehole", "School roof", "Market shed"]),
        ("page=x", ["Borehole", "School roof", "Market shed"]),
    ],
)
def test_the_address_says_which_tenders_and_in_which_order(
    officer: FlaskClient, asked: str, there: list[str]
) -> None:
    assert titles(officer, f"/tenders?{asked}") == there


def test_a_line_says_what_waits_and_what_could_not_be_judged(officer: FlaskClient) -> None:
    page = Page(officer.get("/tenders?text=roof").text)

    (waiting,) = [each for each in page.all("td") if each.attributes.get("data-label") == "To answer"]
    assert "1 strong" in waiting.text
    assert "not judged" in waiting.text
    assert "1 tender, 1 with findings to answer." in page.source


def test_the_stages_say_how_many_tenders_wait_and_lead_to_them(officer: FlaskClient) -> None:
    page = Page(officer.get("/tenders?by=title").text)

    links = {each.text: each.attributes["href"] for each in page.all("a")}
    told = [" ".join(each.text.split()) for each in page.all("li")]
    assert {"Takes bids 1", "Closed, not awarded 1, 1 to answer", "Awarded 1", "Under contract 0"} <= set(
        told
    )
    assert links["Closed, not awarded"] == "/tenders?stage=closed&by=title"


def test_a_column_is_sorted_by_link_and_the_other_way_when_asked_again(officer: FlaskClient) -> None:
    page = Page(officer.get("/tenders?by=title&stage=open").text)

    heads = {
        each.text: each.attributes.get("aria-sort")
        for each in page.all("th")
        if each.attributes["scope"] == "col"
    }
    links = {each.text: each.attributes["href"] for each in page.all("a")}
    assert heads["Tender"] == "ascending"
    assert heads["Bidders"] is None
    assert links["Tender"] == "/tenders?stage=open&by=title&way=other"
    assert links["Bidders"] == "/tenders?stage=open&by=bidders"


def test_a_long_list_goes_on_by_link_and_keeps_its_filters(app: Flask) -> None:
    def many(session: Session) -> None:
        for number in range(27):
            keep_tender(session, bids={f"road-{number}": ("alfa",)})

    kept_in(app, many, check=False)
    client = at_desk(app)

    first, second = client.get("/tenders?text=road").text, client.get("/tenders?text=road&page=2").text

    assert 'href="/tenders?text=road&amp;page=2"' in first
    assert "Page 1 of 2" in first
    assert 'rel="prev" href="/tenders?text=road"' in second
    assert 'rel="next"' not in second


def test_an_empty_register_says_what_would_fill_the_list(app: Flask) -> None:
    page = at_desk(app).get("/tenders").text

    assert "They appear when the buyers’ releases are imported." in page


def test_a_search_without_answer_leads_back_to_all(officer: FlaskClient) -> None:
    page = officer.get("/tenders?text=nothing+like+it").text

    assert "No tender is like that." in page
    assert 'value="nothing like it"' in page


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.REGISTRAR, Role.ADMINISTRATOR])
def test_nobody_else_sees_the_list(app: Flask, role: Role) -> None:
    assert at_desk(app, role).get("/tenders").status_code == 403


def test_an_auditor_reads_the_list(app: Flask) -> None:
    assert at_desk(app, Role.AUDITOR).get("/tenders").status_code == 200
