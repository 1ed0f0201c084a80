"""bar-I11: a text message changes nothing of a declaration, a replayed one is answered once, and many at once are each answered."""

import os

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from register.extensions import db
from register.models.base import Base
from register.sms.word import LENGTH
from register.store import outbox
from tests.register.web.public.conftest import Small
from tests.register.web.sms.test_incoming import door, send

__all__ = ["door"]

MANY = 1_000 if os.environ.get("BARS") == "full" else 25


def kept(app: Flask) -> dict[str, int]:
    """How many rows each table has; what waits to be sent and how often somebody tried apart."""
    with app.app_context():
        return {
            table.name: len(db.session.execute(select(table)).all())
            for table in Base.metadata.sorted_tables
            if table.name not in {"outbox", "throttle"}
        }


def test_bar_i11_no_message_changes_what_is_declared(door: FlaskClient, small: Small) -> None:
    before = kept(small.app)

    for number, text in enumerate(
        ("OWN alfa", "CONFIRM alfa", "YES", "WITHDRAW UM-2024-000001", "", "محمد علي")
    ):
        reply = send(door, id=f"at-{number}", text=text)
        assert reply.status_code == 200
        assert 0 < len(reply.text) <= LENGTH

    assert kept(small.app) == before


def test_bar_i11_a_message_that_is_replayed_is_answered_once(door: FlaskClient, small: Small) -> None:
    replies = {send(door).text for _ in range(5)}

    with small.app.app_context():
        answers = [work for work in outbox.newest(db.session, ("sms",)) if work.key == "answer:at-1"]
    assert len(replies) == 1
    assert len(answers) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_bar_i11_many_messages_in_a_row_are_each_answered(door: FlaskClient, small: Small) -> None:
    statuses = [send(door, id=f"many-{number}", text="OWN alfa").status_code for number in range(MANY)]

    with small.app.app_context():
        left = [number for number in range(MANY) if outbox.knows(db.session, f"answer:many-{number}")]
    assert statuses == [200] * MANY
    assert left == list(range(MANY))
