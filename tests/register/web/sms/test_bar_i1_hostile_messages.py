"""bar-I1, bar-I11: whatever is posted to the address for text messages is answered in words or refused, and keeps nothing odd."""

from collections.abc import Mapping
from urllib.parse import quote_from_bytes

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as any_
from werkzeug.test import TestResponse

from register.extensions import db
from register.sms.word import GSM, LENGTH
from register.store import outbox
from tests.bods.often import tried
from tests.house.hostile import HIDDEN, VALUES
from tests.register.web.public.conftest import Small
from tests.register.web.sms.test_incoming import KEY, door

__all__ = ["door"]

FORM = "application/x-www-form-urlencoded"
GOOD = {"from": "+254700000001", "text": "OWN alfa", "id": "at-1"}


def octets(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


def post(client: FlaskClient, told: Mapping[str, bytes]) -> TestResponse:
    body = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in told.items())
    return client.post(f"/sms/incoming/{KEY}", data=body, content_type=FORM)


def waiting(app: Flask) -> list[Mapping[str, str]]:
    with app.app_context():
        return [
            work.payload for work in outbox.newest(db.session, ("sms",)) if work.key.startswith("answer:")
        ]


def sound(answer: TestResponse) -> bool:
    """Refused, or answered in one message of letters that every telephone has."""
    if answer.status_code in {400, 413}:
        return True
    return answer.status_code == 200 and len(answer.text) <= LENGTH and set(answer.text) <= GSM


def test_bar_i1_whatever_a_message_says_it_is_answered_in_one_message(
    door: FlaskClient, small: Small
) -> None:
    failed = []

    for number, (name, value) in enumerate(VALUES.items()):
        for text in (octets(value), b"OWN " + octets(value)):
            answer = post(door, {"from": b"+254700000001", "text": text, "id": f"at-{number}".encode()})
            if not sound(answer):
                failed.append(f"{name}: {answer.status_code} {answer.text[:60]}")

    assert failed == []
    for each in waiting(small.app):
        assert each["to"] == "+254700000001"
        assert set(each["text"]) <= GSM


@pytest.mark.parametrize(
    "lacking", [(), ("from",), ("id",), ("text",), ("from", "id"), ("from", "id", "text")]
)
def test_bar_i1_a_message_that_lacks_something_is_refused_or_answered_with_help(
    door: FlaskClient, small: Small, lacking: tuple[str, ...]
) -> None:
    answer = post(door, {name: value.encode() for name, value in GOOD.items() if name not in lacking})

    assert answer.status_code == (400 if {"from", "id"} & {*lacking} else 200)
    assert sound(answer)
    assert len(waiting(small.app)) == (0 if {"from", "id"} & {*lacking} else 1)


NOTHING_SHOWN = tuple(each for name, each in HIDDEN.items() if name != "half a letter")


@pytest.mark.parametrize(
    ("field", "more"),
    [("from", ("Safaricom", "<b>", "12", "+2547٣٤٥", HIDDEN["half a letter"])), ("id", ("two words",))],
)
def test_bar_i1_a_sender_or_number_of_a_message_that_can_be_none_is_refused(
    door: FlaskClient, small: Small, field: str, more: tuple[str, ...]
) -> None:
    odd = [
        *NOTHING_SHOWN,
        *more,
        "1" * 5_000,
        "+254\r\nTo: +254711",
        "+254 700\t1",
        "\u202e+254",
        " ",
        "ж" * 12,
    ]

    answers = {each: post(door, {**_bytes(GOOD), field: octets(each)}).status_code for each in odd}

    assert answers == dict.fromkeys(odd, 400)
    assert waiting(small.app) == []


def _bytes(told: Mapping[str, str]) -> dict[str, bytes]:
    return {name: value.encode() for name, value in told.items()}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", FORM),
        (b"&&==;;&from", FORM),
        (b"from=%ZZ&text=%&id=%e0%a4%a", FORM),
        (b"from=\xff\xfe&text=\x00&id=\xed\xa0\x80", FORM),
        ("from=+2547&text=OWN&id=1".encode("utf-16"), FORM),
        (b"x" * 2_000_000, FORM),
        (b"&".join(b"f%d=1" % number for number in range(5_000)), FORM),
        (b'{"from": "+254700000001", "text": "OWN alfa", "id": "1"}', "application/json"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--\r\n", "multipart/form-data"),
        (b"from=1&text=2&id=3", "text/plain; charset=utf-7"),
    ],
    ids=lambda told: told[:20].hex() if isinstance(told, bytes) else told[:20],
)
def test_bar_i1_a_body_that_is_no_message_is_refused(
    door: FlaskClient, small: Small, body: bytes, kind: str
) -> None:
    answer = door.post(f"/sms/incoming/{KEY}", data=body, content_type=kind)

    assert answer.status_code in {400, 413}
    assert waiting(small.app) == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_bar_i1_any_octets_for_a_message_are_answered_or_refused(door: FlaskClient, small: Small) -> None:
    failed: list[str] = []

    @tried(60)
    @given(
        any_.fixed_dictionaries({"text": any_.binary(max_size=40) | any_.text(max_size=40).map(str.encode)})
    )
    def told(octets: Mapping[str, bytes]) -> None:
        answer = post(door, {**_bytes(GOOD), **octets})
        if not sound(answer):
            failed.append(f"{octets}: {answer.status_code}")

    told()
    assert failed == []
