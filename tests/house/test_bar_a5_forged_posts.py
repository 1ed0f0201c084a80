"""What another site, another browser or an old page sends in somebody's name is refused, and nothing is written."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from register.extensions import csrf
from tests.house.access_table import TABLE
from tests.house.addresses import SMS_KEY, Addresses
from tests.house.contents import changes, contents
from tests.house.principals import Visitor, Who, arrive
from tests.house.tour import unsafe

MESSAGE = {"from": "+254700000001", "text": "HELP", "id": "message-1"}
Forged = tuple[Mapping[str, str], Mapping[str, str]]


def _no_token(_app: Flask, _visitor: Visitor) -> Forged:
    return {}, {}


def _of_another(app: Flask, visitor: Visitor) -> Forged:
    visitor.token()
    return {"csrf_token": arrive(app, Who.OFFICER).token()}, {}


def _stale(_app: Flask, visitor: Visitor) -> Forged:
    with time_machine.travel(datetime.now(UTC) - timedelta(hours=9)):
        return {"csrf_token": visitor.token()}, {}


def _cross_site(_app: Flask, visitor: Visitor) -> Forged:
    return {"csrf_token": visitor.token()}, {"Sec-Fetch-Site": "cross-site"}


def _same_site(_app: Flask, visitor: Visitor) -> Forged:
    return {"csrf_token": visitor.token()}, {"Sec-Fetch-Site": "same-site"}


def _foreign_origin(_app: Flask, visitor: Visitor) -> Forged:
    return {"csrf_token": visitor.token()}, {"Origin": "https://elsewhere.example"}


def _no_origin(_app: Flask, visitor: Visitor) -> Forged:
    return {"csrf_token": visitor.token()}, {"Origin": "null"}


FORGERIES: Mapping[str, Callable[[Flask, Visitor], Forged]] = {
    "without a token": _no_token,
    "with another browser's token": _of_another,
    "with an old page's token": _stale,
    "from another site": _cross_site,
    "from a neighbour of this site": _same_site,
    "from another origin": _foreign_origin,
    "from an origin that hides itself": _no_origin,
}
#: The provider of text messages has no browser and no token; its secret in the address is what lets it in.
BY_SECRET = "sms.incoming"
OF_TOKENS = frozenset({"without a token", "with another browser's token", "with an old page's token"})


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_post_is_refused_and_writes_nothing(
    county_app: Flask, addresses: Addresses, forgery: str
) -> None:
    engine = county_app.extensions["engine"]
    everybody = {who: arrive(county_app, who) for who in Who}
    forged = {who: FORGERIES[forgery](county_app, visitor) for who, visitor in everybody.items()}
    before = contents(engine, ["account_session.last_seen"])

    let_in = []
    for rule, method in unsafe(county_app):
        if rule.endpoint == BY_SECRET and forgery in OF_TOKENS:
            continue
        for who in sorted(TABLE[rule.endpoint, method].may):
            data, headers = forged[who]
            address = addresses.of(rule, everybody[who].handle)
            answer = everybody[who].client.open(
                address, method=method, data={**MESSAGE, **data}, headers=headers
            )
            if answer.status_code not in {400, 403}:
                let_in.append(f"{who}: {method} {rule.rule} {answer.status_code}")

    assert let_in == []
    assert changes(before, contents(engine, ["account_session.last_seen"])) == []


def test_nothing_but_the_door_of_messages_does_without_a_token() -> None:
    assert csrf._exempt_views == {"register.web.sms.incoming"}
    assert csrf._exempt_blueprints == set()


@pytest.mark.parametrize("key", ["", "x", SMS_KEY[:-1], SMS_KEY + "x", SMS_KEY.upper()])
def test_the_door_of_messages_opens_to_its_secret_alone(county_app: Flask, key: str) -> None:
    engine, client = county_app.extensions["engine"], county_app.test_client()
    before = contents(engine)

    assert client.post(f"/sms/incoming/{key}", data=MESSAGE).status_code == 404
    assert changes(before, contents(engine)) == []
    assert client.post(f"/sms/incoming/{SMS_KEY}", data=MESSAGE).status_code == 200


def test_without_a_secret_in_the_settings_there_is_no_door_of_messages(app: Flask) -> None:
    client = app.test_client()

    answers = [client.post(f"/sms/incoming/{key}", data=MESSAGE).status_code for key in ("x", "None", "%20")]

    assert answers == [404, 404, 404]
