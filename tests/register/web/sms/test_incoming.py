"""The address for text messages: shut without a key, answers from what is published, once a message."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.config import SettingError, config_from
from register.extensions import db
from register.sms.word import LENGTH
from register.store import outbox
from tests.register.web.public.conftest import Small

KEY = "k" * 40
MESSAGE = {"from": "+254700000001", "text": "OWN MKN/SCHOOL-ROOF/2026", "id": "at-1"}


@pytest.fixture
def door(app: Flask, client: FlaskClient) -> FlaskClient:
    app.extensions["config"] = replace(app.extensions["config"], sms_key=KEY)
    return client


def send(client: FlaskClient, key: str = KEY, **other: str) -> TestResponse:
    return client.post(f"/sms/incoming/{key}", data={**MESSAGE, **other})


def waiting(small: Small) -> list[Mapping[str, str]]:
    with small.app.app_context():
        return [
            work.payload for work in outbox.newest(db.session, ("sms",)) if work.key.startswith("answer:")
        ]


def test_without_a_key_the_door_does_not_exist(client: FlaskClient) -> None:
    assert send(client).status_code == 404
    assert send(client, "").status_code == 404


def test_a_wrong_key_is_an_address_that_does_not_exist(door: FlaskClient) -> None:
    assert send(door, "k" * 39).status_code == 404
    assert send(door, "schlüssel").status_code == 404


def test_a_tender_code_gets_the_winner_and_its_owners(door: FlaskClient, small: Small) -> None:
    reply = send(door)

    assert reply.status_code == 200
    assert reply.text.startswith("MKN/SCHOOL-ROOF/2026: won by ")
    assert "Mwikali Nduku Mutiso 42%" in reply.text
    assert waiting(small) == [{"to": MESSAGE["from"], "text": reply.text}]


@pytest.mark.parametrize("asked", ["alfa", "PVT-ALFA01", "pvt-alfa 01"])
def test_a_name_or_number_gets_the_owners_of_today(door: FlaskClient, small: Small, asked: str) -> None:
    reply = send(door, text=f"OWN {asked}").text

    assert "Faith Mumbua Musyoka 30%" in reply
    assert "Daniel" not in reply


@pytest.mark.parametrize("hidden", ["PVT-BETA01", "Beta Hidden Works", "MKN/OPEN-WELL/2026", "pvt-loser9"])
def test_what_is_not_published_is_not_told(door: FlaskClient, small: Small, hidden: str) -> None:
    reply = send(door, text=f"OWN {hidden}").text

    assert reply == f"Nothing is published about {hidden}. Check the name, number or tender code."


def test_a_message_that_comes_again_is_answered_once(door: FlaskClient, small: Small) -> None:
    send(door)
    with small.app.app_context():
        now = datetime.now(UTC)
        while work := outbox.lease_next(db.session, now=now, kinds=("sms",)):
            outbox.done(db.session, work, now=now)
        db.session.commit()

    assert send(door).status_code == 200

    with small.app.app_context():
        assert not outbox.waits(db.session, now=datetime.now(UTC), kinds=("sms",))


@pytest.mark.parametrize("lacking", ["from", "id"])
def test_a_message_from_nobody_is_refused(door: FlaskClient, lacking: str) -> None:
    assert send(door, **{lacking: ""}).status_code == 400


def test_a_short_key_is_refused_at_the_start() -> None:
    with pytest.raises(SettingError, match="32 letters"):
        config_from({"UMILIKI_SMS_KEY": "secret"})


def test_a_message_in_kiswahili_is_answered_in_it(door: FlaskClient, small: Small) -> None:
    owners = send(door, text="mmiliki alfa", id="at-2").text
    help_ = send(door, text="Msaada", id="at-3").text

    assert "Faith Mumbua Musyoka 30%" in owners
    assert "Declared" not in owners
    assert "MMILIKI" in help_
    assert len(help_) <= LENGTH
