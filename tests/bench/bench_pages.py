"""Every screen of a county after years of work, against the plainest page of the same application in the same run.

    python -m tests.bench.bench_pages [FOLDER]

FOLDER holds a county that `tests.bench.busy_county` filled; one is made when none is named, which takes some minutes.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from register import create_app
from register.access import Role
from register.config import Config
from register.example.accounts import READY_MADE
from register.extensions import db
from register.store import accounts, sessions
from tests.bench.busy_county import filled
from tests.bench.goals import Goals, seconds
from tests.factories.busy_county import LONG_NAME, OWNER, Sizes

PLAIN = "/words"
#: A page may weigh so much before it is pressed, and take so many times the plainest page.
HEAVIEST, SLOWEST = 300_000, 60
LINK = re.compile(r'href="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Seen:
    """One page: how long the register thought (CPU seconds, the best of three), how often it asked the database, and how heavy the answer is."""

    name: str
    address: str
    seconds: float
    queries: int
    size: int


class Reader:
    """Somebody with a role, who opens pages and follows links."""

    def __init__(self, app: Flask, role: Role | None) -> None:
        self.engine: Engine = app.extensions["engine"]
        self.client: FlaskClient = app.test_client()
        if role is not None:
            self.client.set_cookie("umiliki", _signed_in(app, role))

    def opens(self, name: str, address: str) -> Seen:
        """Open a page once to fill what is kept between requests, and then to measure it."""
        self.text(address)
        with _counted(self.engine) as asked:
            answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        took = seconds(lambda: self.client.get(address))
        return Seen(name, address, took, len(asked), len(answer.data))

    def text(self, address: str) -> str:
        return str(self.client.get(address).get_data(as_text=True))

    def finds(self, address: str, part: str) -> str:
        """The first link of a page that holds this part."""
        found = [each for each in LINK.findall(self.text(address)) if part in each]
        assert found, (address, part)
        return str(found[0]).replace("&amp;", "&")


def _signed_in(app: Flask, role: Role) -> str:
    address = next(each.email for each in READY_MADE if each.role is role)
    with app.app_context():
        account = accounts.by_email(db.session, address)
        assert account
        secret = sessions.start(
            db.session, account.id, role, complete=True, browser="bench", now=datetime.now(UTC)
        )
        db.session.commit()
    return secret


@contextmanager
def _counted(engine: Engine) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def walk(app: Flask) -> Iterator[Seen]:
    """Everything that grows with the county."""
    yield from _officers(Reader(app, Role.OFFICER))
    yield from _public(Reader(app, None))


def _officers(officer: Reader) -> Iterator[Seen]:
    crowded = officer.finds("/tenders?by=bidders", "/tenders/ocds")
    busiest = officer.finds("/tenders?by=findings", "/tenders/ocds")
    for name, address in {
        "plain page": PLAIN,
        "tenders": "/tenders",
        "tenders, page 20": "/tenders?page=20",
        "tenders with findings": "/tenders?waiting=yes",
        "tenders by findings": "/tenders?by=findings",
        "tenders by bidders": "/tenders?by=bidders",
        "tenders that tell of a name": "/tenders?text=Kilungu",
        "tender with forty bidders": crowded,
        "tender with most findings": busiest,
        "certificate": f"{crowded}/papers/certificate",
        "annex": f"{crowded}/papers/annex",
        "bidder in one hand": officer.finds(crowded, f"{crowded}/bidders/"),
        "bidders of no company": "/tenders/unmatched",
        "a bidder of no company": officer.finds("/tenders/unmatched", "/tenders/unmatched/"),
        "watched companies": "/tenders/watched",
        "imports": "/tenders/imports",
        "oversight": "/oversight",
        "oversight: owners": "/oversight/owners",
        "oversight: suppliers": "/oversight/suppliers",
        "oversight: findings": "/oversight/findings",
        "oversight: awards": "/oversight/awards",
        "oversight: across tenders": "/oversight/across",
        "oversight: reserved": "/oversight/reserved",
        "oversight: changes": "/oversight/changes",
        "oversight: report": "/oversight/report",
        "oversight: owner of sixty companies": officer.finds("/oversight/owners", "/oversight/owners/"),
    }.items():
        yield officer.opens(name, address)


def _public(reader: Reader) -> Iterator[Seen]:
    contract = reader.finds("/contracts", "/contracts/ocds")
    wide = reader.finds(f"/search?q={LONG_NAME.replace(' ', '+')}", "/companies/")
    owner = reader.finds(f"/search?q={OWNER.replace(' ', '+')}", "/people/")
    for name, address in {
        "public: home": "/",
        "public: search for a word of many": "/search?q=Builders",
        "public: search for a person": f"/search?q={OWNER.replace(' ', '+')}",
        "public: companies": "/companies",
        "public: owner of sixty companies": owner,
        "public: owner of sixty, as data": f"{owner}.json",
        "public: company with sixty owners": wide,
        "public: contracts": "/contracts",
        "public: contract": contract,
        "public: downloads": "/data",
        "public: flags": "/flags",
    }.items():
        yield reader.opens(name, address)


def main() -> None:
    if len(sys.argv) > 1:
        app = create_app(Config(data=Path(sys.argv[1]), secure_cookies=False, demo=True))
        _measure(app)
        return
    with tempfile.TemporaryDirectory() as folder:
        _measure(filled(Path(folder), Sizes()))


def _measure(app: Flask) -> None:
    seen = list(walk(app))
    app.extensions["engine"].dispose()
    for each in seen:
        print(
            f"  {each.seconds * 1000:7.0f} ms {each.queries:5} queries {each.size / 1000:6.0f} KB  {each.name}"
        )
    plain = next(each.seconds for each in seen if each.address == PLAIN)
    goals = Goals("pages of 1,000 tenders")
    slowest = max(seen, key=lambda each: each.seconds)
    heaviest = max(seen, key=lambda each: each.size)
    goals.at_most(f"the slowest page ({slowest.name}), times a plain page", slowest.seconds / plain, SLOWEST)
    goals.at_most(f"the heaviest page ({heaviest.name}), in KB", heaviest.size / 1000, HEAVIEST / 1000)
    goals.done()


if __name__ == "__main__":
    main()
