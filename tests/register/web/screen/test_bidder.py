"""The page of one bidder: who owned it on any day, drawn and listed."""

import io
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from bods.codelists import InterestType
from bods.records import Agent
from bods.statements import PublicationDetails, Statement
from bods.writing import as_bytes
from register.access import Role
from register.actions.import_register import Source, import_register
from register.actions.rebuild_owners import rebuild_owners
from register.elsewhere.other_file import OtherReading
from register.extensions import db
from register.store import findings
from tests.factories.desks import NAME, at_desk, kept_in, roof
from tests.factories.page import Page
from tests.factories.pictures import CLOSE, Hold, statements_of
from tests.factories.tenders import NOW, keep_owners, keep_tender

ADDRESS = "/tenders/ocds-story-school-roof/bidders/ke-rco:alfa"


def story(session: Session) -> None:
    """Ana owns Alfa through Kaiti; Juma did until 2024; Beta is somebody else's; Gama has not declared."""
    keep_tender(session, bids={"school-roof": ("alfa", "beta", "gama")})
    keep_tender(session, bids={"market-shed": ("alfa",)})
    keep_owners(
        session,
        Hold("kaiti", "alfa", 70),
        Hold("Ana Mwikali", "kaiti", 60, network="alfa"),
        Hold("Juma Kasyoka", "alfa", 30, start=date(2020, 1, 1), end=date(2024, 6, 1)),
        Hold("Faith Ndinda", "alfa", type=InterestType.APPOINTMENT_OF_BOARD),
        Hold("Zawadi Nduku", "beta", 100),
        typed=("Ana Mwikali",),
    )


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, story)
    return at_desk(app)


def owners(client: FlaskClient, address: str = ADDRESS) -> dict[str, str]:
    """Owner and the rest of the line, as the table says it."""
    page = Page(client.get(address).text)
    rows = [each.text for each in page.all("tr")]
    heads = [each.text for each in page.all("th") if each.attributes["scope"] == "row"]
    return {head: next(row for row in rows if row.strip().startswith(head.strip())) for head in heads}


def test_the_owners_on_the_day_bids_closed_are_listed_largest_first(officer: FlaskClient) -> None:
    table = owners(officer)

    assert [name.split("identity")[0].strip() for name in table][:3] == [
        "kaiti".title() + " Ltd",
        "Ana Mwikali",
        "Faith Ndinda",
    ]
    ana = next(row for name, row in table.items() if name.startswith("Ana"))
    assert "42\u00a0%" in ana
    assert "Kaiti Ltd" in ana
    assert "identity number typed, not confirmed by the person" in ana


def test_the_owners_of_another_day_are_those_of_that_day(officer: FlaskClient) -> None:
    then = officer.get(f"{ADDRESS}?on-day=1&on-month=3&on-year=2023").text

    assert "Owners on 1 March 2023" in then
    assert "Juma Kasyoka" in then
    assert "Juma Kasyoka" not in officer.get(ADDRESS).text.partition("Owners over time")[0]


def test_the_picture_shows_this_bidder_and_nobody_elses_owner(officer: FlaskClient) -> None:
    page = Page(officer.get(ADDRESS).text)

    drawn = " ".join(each.text for each in page.all("svg", "pic"))
    assert "Ana Mwikali" in drawn
    assert "Zawadi" not in page.source


@pytest.mark.parametrize("typed", ["on-day=31&on-month=2&on-year=2026", "on-day=x&on-month=2&on-year=2026"])
def test_a_day_that_is_none_is_asked_again_with_what_was_typed(officer: FlaskClient, typed: str) -> None:
    page = Page(officer.get(f"{ADDRESS}?{typed}").text)

    assert page.all("div", "errors")
    assert page.at("on-month").attributes["value"] == "2"
    assert "Owners on 27 February 2026" in page.source


def test_other_tenders_of_the_company_are_listed(officer: FlaskClient) -> None:
    assert "Market shed" in officer.get(ADDRESS).text


def test_what_was_found_of_the_bidder_here_leads_to_its_place_on_the_tender(app: Flask) -> None:
    kept_in(app, roof)

    officer = at_desk(app)
    page = Page(officer.get(ADDRESS).text)

    heading = f"{NAME} is an owner of 2 bidders: Alfa Ltd, Beta Ltd"
    (link,) = [each for each in page.all("a") if each.text == heading]
    assert link.attributes["href"].startswith("/tenders/ocds-story-school-roof#f")
    other = officer.get("/tenders/ocds-story-school-roof/bidders/ke-rco:gama").text
    assert heading not in other
    assert "Stephen Nzuki" in other


def test_what_the_bidder_won_is_listed_with_its_tender(app: Flask) -> None:
    def won(session: Session) -> None:
        keep_tender(session, bids={"dry-well": ("alfa", "beta")}, won=("alfa",), awarded_on=date(2026, 3, 2))

    kept_in(app, story, won)
    officer = at_desk(app)

    (link, *_) = [each for each in Page(officer.get(ADDRESS).text).all("a") if each.text == "dry-well"]
    assert link.attributes["href"] == "/tenders/ocds-story-dry-well"
    assert "2 March 2026" in officer.get(ADDRESS).text
    beta = officer.get("/tenders/ocds-story-school-roof/bidders/ke-rco:beta").text
    assert "No award to this company is on file." in beta


def test_the_owners_over_time_are_drawn_with_the_awards_and_told_as_a_table(app: Flask) -> None:
    def won(session: Session) -> None:
        keep_tender(session, bids={"dry-well": ("alfa", "beta")}, won=("alfa",), awarded_on=date(2026, 3, 2))

    kept_in(app, story, won)
    officer = at_desk(app)

    page = Page(officer.get(ADDRESS).text)

    assert "Owners of Alfa Ltd over time" in [each.text for each in page.all("title")]
    assert len(page.all("rect", "past")) == 2
    assert len(page.all("path", "award")) == 2
    (juma,) = [each.text for each in page.all("tr") if "Juma Kasyoka" in each.text]
    assert " ".join(juma.split()) == "Juma Kasyoka 30 % 1 January 2020 1 June 2024"
    gama = officer.get("/tenders/ocds-story-school-roof/bidders/ke-rco:gama").text
    assert "Owners over time" not in gama


def test_an_owner_whose_companies_are_kept_has_a_page_of_their_own(app: Flask) -> None:
    def rebuilt(session: Session) -> None:
        law = app.extensions["jurisdiction"]
        for _ in rebuild_owners(session, clock=lambda: NOW, jurisdiction=law):
            session.flush()

    kept_in(app, story, rebuilt)
    officer = at_desk(app)

    (link,) = [each for each in Page(officer.get(ADDRESS).text).all("a") if each.text == "Faith Ndinda"]
    assert link.attributes["href"].startswith("/oversight/owners/")
    assert officer.get(link.attributes["href"]).status_code == 200


def test_a_bidder_without_a_declaration_has_no_picture_and_says_why(officer: FlaskClient) -> None:
    page = officer.get("/tenders/ocds-story-school-roof/bidders/ke-rco:gama").text

    assert "Not declared" in page
    assert "Owners appear when the company has declared." in page
    assert 'class="pic wide-pic' not in page


def test_who_does_not_bid_here_has_no_page_here(officer: FlaskClient) -> None:
    assert officer.get("/tenders/ocds-story-market-shed/bidders/ke-rco:beta").status_code == 404
    assert officer.get("/tenders/ocds-nothing/bidders/ke-rco:alfa").status_code == 404


def test_a_supplier_does_not_see_who_bids(app: Flask) -> None:
    kept_in(app, story)

    assert at_desk(app, Role.SUPPLIER).get(ADDRESS).status_code == 403


def test_what_another_register_says_is_drawn_under_its_name_and_raises_no_finding(app: Flask) -> None:
    details = PublicationDetails("2026-03-01", publisher=Agent(name="Farland"))
    abroad = [replace(each, publication=details) for each in statements_of([("Cate", "kaiti", 40)])]
    reading = OtherReading("owners.json", lambda: closing(io.BytesIO(as_lines(abroad))), CLOSE, CLOSE)
    kept_in(
        app,
        story,
        lambda session: list(
            import_register(
                session,
                reading,
                Source("Register of Farland", "https://farland.example"),
                now=datetime(2026, 3, 9, tzinfo=UTC),
            )
        ),
    )

    page = at_desk(app).get(ADDRESS).text

    assert "Cate (from Register of Farland, as of 27 February 2026)" in page
    assert "Part of this picture comes from another register" in page
    with app.app_context():
        found = findings.of_process(db.session, "ocds-story-school-roof")
    assert "Cate" not in str(found)


def as_lines(told: list[Statement]) -> bytes:
    return b"\n".join(as_bytes(each) for each in told)
