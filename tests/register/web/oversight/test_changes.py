"""The list of changes told: late ones are told apart from those in time."""

from datetime import UTC, datetime, timedelta

from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from register.models.declarations import DeclarationRow
from tests.factories.declarations import draft, held
from tests.factories.declaring import supplier
from tests.factories.desks import at_desk, kept_in
from tests.factories.page import Page

TOLD = draft(held("ana", 100), people=("ana",))


def changed(session: Session) -> None:
    """Alfa told of a change on the day it happened, Beta two months later."""
    now = datetime.now(UTC)
    for name, days in (("alfa", 0), ("beta", 60)):
        reference = supplier(session, name).declare(TOLD)
        happened = now.date() - timedelta(days=days + 2)
        signed = now - timedelta(days=2)
        row = DeclarationRow
        session.execute(
            update(row)
            .where(row.reference == reference)
            .values(kind="change", happened_on=happened, signed_at=signed)
        )


def test_a_change_that_was_told_late_is_marked(app: Flask) -> None:
    kept_in(app, changed, check=False)
    client = at_desk(app)

    page = client.get("/oversight/changes").text
    companies = [each.text for each in Page(page).all("th") if each.attributes.get("scope") == "row"]

    assert "1 of 2 told in time." in page
    assert [each.split()[0] for each in companies] == ["Alfa", "Beta"]
    assert page.index(">In time<") < page.index(">Late<")
    assert "1 of 2 that happened since" in client.get("/oversight").text


def test_without_a_change_the_page_says_so(app: Flask) -> None:
    assert "No change was told since" in at_desk(app).get("/oversight/changes").text
