"""Everybody meets at every address what the one table of access says, by real requests."""

import pytest
from flask import Flask

from register.access import Permission
from tests.house.access_table import TABLE, Outcome
from tests.house.addresses import SMS_KEY, Addresses
from tests.house.principals import Visitor, Who, arrive
from tests.house.tour import ASKS_FOR_HEADERS, Tour, got, outcome, rules, unsafe

#: What must be typed for an answer that is not about the form itself.
TYPED = {"sms.incoming": {"from": "+254700000001", "text": "HELP", "id": "message-1"}}
#: After these a browser is signed in no more.
END_SESSIONS = frozenset({"account.sign_out", "account.end_session"})
#: After these somebody acts for the company no more: they come last.
ENDS_MANDATE = frozenset({"company.leave", "review.give_paper_up"})
#: What these do was done by others before them: they find a register of their own.
DO_IT_AGAIN = frozenset({Who.DELEGATE})


def test_the_table_names_every_address_and_no_other(county_app: Flask) -> None:
    there = {
        (rule.endpoint, method)
        for rule in rules(county_app)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert there - set(TABLE) == set()
    assert set(TABLE) - there == set()


def test_every_view_says_who_may_open_it(county_app: Flask) -> None:
    silent = [
        name
        for name, view in county_app.view_functions.items()
        if not isinstance(getattr(view, "permission", None), Permission)
    ]

    assert silent == []


def test_there_are_enough_people_to_ask() -> None:
    assert len(Who) >= 13


def test_everybody_reads_what_the_table_lets_them_read(tour: Tour) -> None:
    mismatches = [
        f"{seen.who}: GET {seen.address} ({seen.endpoint}) {seen.status} {seen.location}, wanted {wanted}"
        for seen in got(tour)
        if seen.outcome != (wanted := TABLE[seen.endpoint, "GET"].expected(seen.who, "GET"))
    ]

    assert mismatches == []


def test_to_ask_for_the_headers_alone_opens_nothing_more(tour: Tour) -> None:
    read = {
        (seen.who, seen.address): (seen.status, seen.location)
        for seen in got(tour)
        if seen.who in ASKS_FOR_HEADERS
    }
    asked = {(seen.who, seen.address): (seen.status, seen.location) for seen in got(tour, "HEAD")}

    assert asked == read


@pytest.mark.parametrize("people", [frozenset(Who) - DO_IT_AGAIN, DO_IT_AGAIN], ids=["first", "again"])
def test_everybody_does_what_the_table_lets_them_do(
    county_app: Flask, addresses: Addresses, people: frozenset[Who]
) -> None:
    mismatches: list[str] = []

    for who in sorted(people):
        visitor = arrive(county_app, who)
        token = visitor.token()
        for rule, method in sorted(unsafe(county_app), key=lambda each: each[0].endpoint in ENDS_MANDATE):
            wanted = TABLE[rule.endpoint, method].expected(who, method)
            met = _met(visitor, addresses.of(rule, visitor.handle), method, rule.endpoint, token)
            if met != wanted:
                mismatches.append(f"{who}: {method} {rule.rule} ({rule.endpoint}) {met}, wanted {wanted}")
            if rule.endpoint in END_SESSIONS:
                visitor = arrive(county_app, who)
                token = visitor.token()

    assert mismatches == []


def _met(visitor: Visitor, address: str, method: str, endpoint: str, token: str) -> Outcome | int:
    answers = {"csrf_token": token, **TYPED.get(endpoint, {})}
    with visitor.client.open(address, method=method, data=answers) as answer:
        return outcome(answer.status_code, answer.location or "")


def test_a_message_without_the_providers_key_finds_no_door(county_app: Flask) -> None:
    client = county_app.test_client()

    answer = client.post(f"/sms/incoming/{SMS_KEY[:-1]}", data=TYPED["sms.incoming"])

    assert answer.status_code == 404
