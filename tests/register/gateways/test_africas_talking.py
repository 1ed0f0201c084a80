"""Messages through the provider: what is posted, what is believed, and what is tried again."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
import time_machine
from flask import Flask
from sqlalchemy import select

from register import create_app
from register.commands.work import do_one, handlers
from register.config import Config, SettingError
from register.extensions import db
from register.gateways.africas_talking import AfricasTalking, NotSentError
from register.gateways.choosing import sms_gateway
from register.gateways.sms import FileSmsGateway, NeverSentError
from register.gateways.way_out import WayRefusedError
from register.models.outbox import OutboxRow
from register.store import outbox
from tests.factories.provider import Provider, provider

KEY = "atsk_not-a-real-key"
NUMBER = "+254712345678"


@pytest.fixture
def there() -> Iterator[Provider]:
    with provider() as running:
        yield running


def gateway(there: Provider, patience: float = 5) -> AfricasTalking:
    return AfricasTalking(there.url, "umiliki", KEY, "UMILIKI", patience)


def test_a_message_is_posted_as_the_provider_wants_it(there: Provider) -> None:
    gateway(there).send(NUMBER, "Umiliki code: 123456", "key-1")

    path, headers, form = there.asked[0]
    assert path == "/version1/messaging"
    assert headers["apiKey"] == KEY
    assert headers["Accept"] == "application/json"
    assert form == {
        "username": "umiliki",
        "to": NUMBER,
        "message": "Umiliki code: 123456",
        "from": "UMILIKI",
        "bulkSMSMode": "1",
        "enqueue": "1",
    }


@pytest.mark.parametrize("code", [100, 101, 102])
def test_what_the_provider_took_is_sent(there: Provider, code: int) -> None:
    there.says(code)

    gateway(there).send(NUMBER, "Hello", "key")

    assert len(there.asked) == 1


@pytest.mark.parametrize("code", [402, 405, 407, 409, 500, 501, 502])
def test_what_may_go_well_later_is_a_failure(there: Provider, code: int) -> None:
    there.says(code)

    with pytest.raises(NotSentError) as failed:
        gateway(there).send(NUMBER, "Hello", "key")

    assert failed.value.code == code


@pytest.mark.parametrize("code", [401, 403, 404, 406])
def test_what_will_never_be_sent_is_told_apart(there: Provider, code: int) -> None:
    there.says(code)

    with pytest.raises(NeverSentError):
        gateway(there).send(NUMBER, "Hello", "key")


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"SMSMessageData": {"Recipients": []}},
        {"SMSMessageData": {"Recipients": [{"statusCode": "x"}]}},
    ],
)
def test_an_answer_that_tells_nothing_is_a_failure(there: Provider, body: object) -> None:
    there.body = body

    with pytest.raises(NotSentError):
        gateway(there).send(NUMBER, "Hello", "key")


@pytest.mark.parametrize("status", [400, 401, 500, 503])
def test_an_error_of_the_provider_is_a_failure(there: Provider, status: int) -> None:
    there.status = status

    with pytest.raises(NotSentError):
        gateway(there).send(NUMBER, "Hello", "key")


def test_bar_a12_no_redirect_is_followed(there: Provider) -> None:
    there.status, there.headers = 307, {"Location": there.url + "/elsewhere"}

    with pytest.raises(WayRefusedError):
        gateway(there).send(NUMBER, "Hello", "key")

    assert len(there.asked) == 1


def test_bar_a12_a_provider_that_does_not_answer_is_left(there: Provider) -> None:
    there.answers.clear()

    with pytest.raises(requests.Timeout):
        gateway(there, patience=0.2).send(NUMBER, "Hello", "key")


@pytest.fixture
def working(there: Provider, database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Flask]:
    """The register with this provider in its settings."""
    secret = tmp_path / "sms.key"
    secret.write_text(KEY + "\n")
    secret.chmod(0o600)
    app = create_app(
        Config(
            data=tmp_path / "data", database_url=database_url, key_file=str(key_file), secure_cookies=False,
            sms_username="umiliki", sms_secret_file=str(secret), sms_url=there.url,
        )
    )  # fmt: skip
    yield app
    app.extensions["engine"].dispose()


def left(app: Flask, **more: str) -> None:
    with app.app_context():
        payload = {"to": NUMBER, "text": "Umiliki code: 123456", **more}
        outbox.add(db.session, "sms", "key", payload, now=datetime.now(UTC))
        db.session.commit()


def kept(app: Flask) -> OutboxRow:
    with app.app_context():
        return db.session.scalars(select(OutboxRow)).one()


def test_the_worker_tries_again_later_and_then_it_is_sent(
    working: Flask, there: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    left(working)
    there.says(405)
    do_one(working.extensions["sessions"], handlers(working))
    failed = kept(working)
    there.says(101)

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=1)):
        do_one(working.extensions["sessions"], handlers(working))

    assert (failed.failure, failed.done_at) == ("NotSentError", None)
    assert kept(working).done_at is not None
    assert len(there.asked) == 2
    assert not [word for word in (KEY, NUMBER, "712345678", "123456") if word in caplog.text]


def test_the_worker_gives_up_what_will_never_be_sent(working: Flask, there: Provider) -> None:
    left(working)
    there.says(403)

    do_one(working.extensions["sessions"], handlers(working))
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=5)):
        again = do_one(working.extensions["sessions"], handlers(working))

    assert not again
    assert kept(working).failure == "NeverSentError"
    assert len(there.asked) == 1


def test_a_code_that_would_come_too_late_is_not_sent(working: Flask, there: Provider) -> None:
    left(working, until=(datetime.now(UTC) - timedelta(seconds=1)).isoformat())

    do_one(working.extensions["sessions"], handlers(working))

    assert there.asked == []
    assert kept(working).done_at is not None


def test_without_a_provider_messages_are_kept_as_files(tmp_path: Path) -> None:
    assert isinstance(sms_gateway(Config(data=tmp_path)), FileSmsGateway)


@pytest.mark.parametrize("mode", [0o644, 0o640, None])
def test_a_key_that_others_can_read_or_that_is_missing_stops_the_worker(
    tmp_path: Path, mode: int | None
) -> None:
    file = tmp_path / "sms.key"
    if mode is not None:
        file.write_text(KEY)
        file.chmod(mode)

    with pytest.raises(SettingError, match="UMILIKI_SMS_SECRET_FILE") as refused:
        sms_gateway(Config(sms_username="umiliki", sms_secret_file=str(file)))

    assert KEY not in str(refused.value)


def test_an_account_without_a_key_stops_the_worker() -> None:
    with pytest.raises(SettingError, match="UMILIKI_SMS_SECRET_FILE"):
        sms_gateway(Config(sms_username="umiliki"))
