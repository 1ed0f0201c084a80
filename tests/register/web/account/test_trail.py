"""The auditor's page."""

import re
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.extensions import db
from register.store import audit
from tests.factories.people import person_of, sign_in


def test_what_was_done_stands_there_newest_first_with_names(app: Flask, client: FlaskClient) -> None:
    auditor = person_of(app, Role.AUDITOR)
    sign_in(client, auditor)

    page = client.get("/audit").text

    assert page.index("signed in") < page.index("account created ready")
    assert auditor.name in page
    assert "role: auditor" in page


def test_a_long_trail_is_read_back_and_forth(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.AUDITOR))
    with app.app_context():
        for number in range(120):
            audit.record(
                db.session, actor="clock", action=f"event {number}", about="test", at=datetime.now(UTC)
            )
        db.session.commit()

    def following(page: str, way: str) -> str | None:
        found = re.search(rf'rel="{way}" href="([^"]+)"', page)
        return found[1] if found else None

    first = client.get("/audit").text
    second = client.get(str(following(first, "next"))).text
    third = client.get(str(following(second, "next"))).text

    assert following(first, "prev") is None
    assert "event 119<" in first
    assert "event 69<" in second
    assert following(third, "next") is None
    assert client.get(str(following(second, "prev"))).text.count("<tr") == first.count("<tr")
    assert "There are no events here" in client.get("/audit?before=-5").text
    assert client.get(f"/audit?before={10**30}").status_code == 200


def test_only_auditors_read_the_trail(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.ADMINISTRATOR))

    assert client.get("/audit").status_code == 403
