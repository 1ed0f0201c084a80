"""Whoever reads changes nothing: not by GET, nor by HEAD or OPTIONS, at no address."""

from tests.house.access_table import TABLE
from tests.house.principals import Who
from tests.house.tour import ASKS_FOR_HEADERS, ONE_IN, Tour


def test_reading_leaves_the_database_as_it_was(tour: Tour) -> None:
    changed = {who: rows for who, rows in tour.changed.items() if rows}

    assert set(tour.changed) == set(Who)
    assert changed == {}


def test_every_address_was_read_in_every_way(tour: Tour) -> None:
    readable = {endpoint for endpoint, method in TABLE if method == "GET"}

    asked = {(who, endpoint) for who, endpoint in tour.sent if endpoint in readable}
    assert {endpoint for _, endpoint in asked} == readable
    assert len(asked) * ONE_IN >= len(Who) * len(readable) - len(Who)
    for method, people in (("GET", Who), ("HEAD", ASKS_FOR_HEADERS), ("OPTIONS", Who)):
        read = {(seen.who, seen.endpoint) for seen in tour.seen if seen.method == method}
        assert {(who, endpoint) for who, endpoint in asked if who in people} - read == set()


def test_no_reading_fails_on_our_side(tour: Tour) -> None:
    failed = [(seen.method, seen.address, seen.status) for seen in tour.seen if seen.status >= 500]

    assert failed == []
