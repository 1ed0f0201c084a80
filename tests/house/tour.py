"""A walk through every address of the register by everybody, and what each answer said.

On SQLite everybody walks everywhere. Who may do what does not depend on the engine, so that on PostgreSQL each address
is asked by every third person, in turn; by everybody with BARS=full.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask
from sqlalchemy import Engine
from werkzeug.routing import Rule
from werkzeug.wrappers import Response

from tests.house.access_table import Outcome
from tests.house.addresses import Addresses
from tests.house.contents import changes, contents
from tests.house.principals import OF_STAFF, Who, arrive

READS = ("GET", "HEAD", "OPTIONS")
#: HEAD is GET without a body; one of each kind asks for it in the name of all.
ASKS_FOR_HEADERS = (OF_STAFF - {Who.CLERK}) | {Who.ANONYMOUS, Who.OWNER}
#: A form that is shown again is an answer to somebody who may.
SHOWN = frozenset({200, 304, 409, 422})


#: On PostgreSQL one in so many asks at each address.
ONE_IN = 1 if os.environ.get("BARS") == "full" else 3


@dataclass(frozen=True, slots=True)
class Seen:
    """One answer, without its body."""

    who: Who
    endpoint: str
    address: str
    method: str
    status: int
    location: str
    headers: tuple[tuple[str, str], ...]

    @property
    def outcome(self) -> Outcome | int:
        return outcome(self.status, self.location)

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Tour:
    """All answers, and what reading changed in the database, by whom."""

    seen: tuple[Seen, ...]
    changed: dict[Who, list[str]]
    #: Who was sent to which endpoint.
    sent: frozenset[tuple[Who, str]]


def outcome(status: int, location: str) -> Outcome | int:
    """What a status means; one that no honest question should meet stays a number."""
    if status in {301, 302, 303, 307, 308}:
        return Outcome.SIGN_IN if urlsplit(location).path == "/sign-in" else Outcome.OPEN
    known = {403: Outcome.REFUSED, 404: Outcome.NOTHING}
    return Outcome.OPEN if status in SHOWN else known.get(status, status)


def rules(app: Flask) -> list[Rule]:
    """Every rule, in an order that stays."""
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.endpoint, rule.rule))


def unsafe(app: Flask) -> list[tuple[Rule, str]]:
    """Every rule with each method by which something may be done."""
    return [(rule, method) for rule in rules(app) for method in sorted((rule.methods or set()) - set(READS))]


def walked(app: Flask, addresses: Addresses) -> Tour:
    """Read every address as everybody."""
    engine: Engine = app.extensions["engine"]
    one_in = 1 if engine.dialect.name == "sqlite" else ONE_IN
    seen: list[Seen] = []
    sent: set[tuple[Who, str]] = set()
    changed: dict[Who, list[str]] = {}
    visitors = [arrive(app, who) for who in Who]
    before = contents(engine)
    for place, visitor in enumerate(visitors):
        for rule in rules(app)[place % one_in :: one_in]:
            sent.add((visitor.who, rule.endpoint))
            address = addresses.of(rule, visitor.handle)
            for method in _asked(visitor.who, rule):
                with visitor.client.open(address, method=method) as answer:
                    seen.append(told(answer, visitor.who, rule.endpoint, address, method))
        after = contents(engine)
        changed[visitor.who] = changes(before, after)
        before = after
    return Tour(tuple(seen), changed, frozenset(sent))


def _asked(who: Who, rule: Rule) -> list[str]:
    ways = READS if who in ASKS_FOR_HEADERS else ("GET", "OPTIONS")
    return [each for each in ways if each in (rule.methods or ())]


def told(answer: Response, who: Who, endpoint: str, address: str, method: str) -> Seen:
    """Keep of an answer what is compared; its body is read to the end and let go."""
    answer.get_data()
    headers = tuple(answer.headers.items())
    return Seen(who, endpoint, address, method, answer.status_code, answer.location or "", headers)


def got(tour: Tour, method: str = "GET") -> Iterator[Seen]:
    """The answers to one method."""
    return (each for each in tour.seen if each.method == method)
