"""A list of bidders is screened before anything is on file, and nothing of it is kept but that somebody asked."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.models.contracts import ProcessRow
from register.models.findings import FindingRow
from register.store import audit
from tests.factories.desks import NAME, at_desk, kept_in
from tests.factories.page import Page
from tests.factories.people import token
from tests.factories.tenders import keep_owners

ADDRESS = "/tenders/quick"
LIST = "Name, Number\nAlfa Ltd, ALFA\nBeta Ltd, BETA\nGama Ltd, GAMA\n"


def owners(session: Session) -> None:
    """Mwĩkali stands behind two of three."""
    keep_owners(session, (NAME, "alfa", 60), (NAME, "beta", 40), ("Faith Syokau", "gama", 100))


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    kept_in(app, owners)
    return at_desk(app)


def screen(client: FlaskClient, bidders: str = "", file: bytes = b"") -> TestResponse:
    data: dict[str, object] = {"csrf_token": token(client.get(ADDRESS)), "bidders": bidders}
    if file:
        data["file"] = (io.BytesIO(file), "bidders.csv")
    return client.post(ADDRESS, data=data, content_type="multipart/form-data")


def headings(answer: TestResponse) -> list[str]:
    return [each.text for each in Page(answer.text).all("h3")]


def test_a_list_is_screened_like_the_bids_of_a_tender(officer: FlaskClient) -> None:
    answer = screen(officer, LIST)

    assert "3 bidders, 3 clusters" in answer.text
    assert any(each.startswith(f"{NAME} is an owner of 2 bidders") for each in headings(answer))
    assert "owns 60\u00a0%" in answer.text
    assert "Save decision" not in answer.text


def test_numbers_alone_are_enough(officer: FlaskClient) -> None:
    answer = screen(officer, "number\nalfa\n beta \nPVT-77")

    assert any(each.startswith(f"{NAME} is an owner of 2 bidders") for each in headings(answer))
    assert answer.text.count("Nobody has declared under this.") == 1


def test_a_file_is_read_like_typed_lines(officer: FlaskClient) -> None:
    answer = screen(officer, file=b"Bidder,Registration number\r\nAlfa Ltd,ALFA\r\nBeta Ltd,BETA\r\n")

    assert any(each.startswith(f"{NAME} is an owner of 2 bidders") for each in headings(answer))
    assert "Alfa Ltd, ALFA" in answer.text


def test_a_name_alone_joins_nobody(officer: FlaskClient) -> None:
    answer = screen(officer, "Alfa Ltd\nBeta Ltd\n")

    assert headings(answer) == []
    assert "Nobody has declared under this." in answer.text


def test_nothing_is_kept_but_that_somebody_asked(app: Flask, officer: FlaskClient) -> None:
    screen(officer, LIST)

    with app.app_context():
        (event,) = audit.newest(db.session, 1)
        kept = [
            db.session.scalar(select(func.count()).select_from(each)) for each in (ProcessRow, FindingRow)
        ]
    assert (event.action, event.facts["bidders"], event.facts["known"]) == (
        "list of bidders screened",
        "3",
        "3",
    )
    assert "Alfa" not in str(event)
    assert kept == [0, 0]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("\n \n", "Enter at least one bidder"),
        (
            "\n".join(f"Bidder {each} Ltd" for each in range(61)),
            "These are 61 bidders. Send at most 60 at once.",
        ),
    ],
    ids=["none", "too many"],
)
def test_a_list_of_none_or_too_many_says_what_to_do(officer: FlaskClient, typed: str, told: str) -> None:
    answer = screen(officer, typed)

    assert told in answer.text
    assert "clusters" not in answer.text


def test_a_hostile_line_is_shown_as_text(officer: FlaskClient) -> None:
    answer = screen(officer, '"><script>alert(1)</script>, ALFA\n')

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.REGISTRAR, Role.ADMINISTRATOR])
def test_nobody_else_screens(app: Flask, role: Role) -> None:
    assert at_desk(app, role).get(ADDRESS).status_code == 403
