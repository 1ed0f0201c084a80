"""The demo's outbox."""

import re
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient

from register import create_app
from register.access import Role
from register.config import Config
from register.extensions import db
from register.store import outbox
from tests.factories.people import PASSPHRASE, person_of, post


def test_codes_letters_and_messages_of_the_demo_are_shown(app: Flask, client: FlaskClient) -> None:
    person_of(app, Role.ADMINISTRATOR)
    with app.app_context():
        letter = {
            "to": "ana@umiliki.example",
            "subject": "Look here",
            "text": "At http://localhost/ok\n\n<b>",
        }
        outbox.add(db.session, "mail", "m1", letter, now=datetime.now(UTC))
        outbox.add(db.session, "sms", "s1", {"to": "+254700000000", "text": "OWN"}, now=datetime.now(UTC))
        db.session.commit()

    page = client.get("/dev/outbox").text

    assert "Everyone in it is invented" in page
    assert 'href="http://localhost/ok"' in page
    assert "&lt;b&gt;" in page
    assert "+254700000000" in page


def test_the_code_that_is_shown_lets_in_twice_in_a_row(app: Flask, client: FlaskClient) -> None:
    amina = person_of(app, Role.ADMINISTRATOR)

    for _ in range(2):
        post(client, "/sign-in", email=amina.email, passphrase=PASSPHRASE)
        code = re.search(r'class="num">(\d{6})<', client.get("/dev/outbox").text)
        assert code
        assert post(client, "/sign-in/code", code=code[1]).location == "/people"


def test_outside_the_demo_there_is_no_such_page(app: Flask) -> None:
    config: Config = app.extensions["config"]
    real = create_app(
        Config(data=config.data, database_url=config.database_url, key_file=config.key_file, demo=False)
    )

    answer = real.test_client().get("/dev/outbox")

    real.extensions["engine"].dispose()
    assert answer.status_code == 404
