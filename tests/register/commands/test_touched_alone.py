"""A new declaration has asked again only what it bears on, however large the register is; a failing flag refuses nothing."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from register import create_app
from register.actions import raise_flags as room
from register.commands.work import do_one, handlers
from register.config import Config
from register.flags import registry
from register.flags.flag import Finding, Flag, Severity, Unclear
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction
from register.store import findings, statements
from register.store.findings import Screening
from tests.bench.register_at_large import fill
from tests.databases import Databases
from tests.factories.declarations import draft, held, person
from tests.factories.declaring import Supplier, supplier
from tests.factories.tenders import keep_tender

#: Companies that have nothing to do with the story.
OTHERS = (1_000, 20_000) if os.environ.get("BARS") == "full" else (100, 2_000)
SINCE = date(2024, 5, 6)


@dataclass
class Cost:
    """What the database was asked and how many rows it touched, while the worker did so many pieces of work."""

    queries: int = 0
    rows: int = 0
    works: int = 0


@contextmanager
def counted(engine: Engine) -> Iterator[Cost]:
    cost = Cost()

    def count(_connection: object, cursor: Any, *_rest: object) -> None:
        cost.queries += 1
        cost.rows += max(cursor.rowcount, 0)

    event.listen(engine, "after_cursor_execute", count)
    yield cost
    event.remove(engine, "after_cursor_execute", count)


@contextmanager
def register_among(databases: Databases, others: int, data: Path, key_file: Path) -> Iterator[Flask]:
    """The whole register, with so many other companies, their owners and their tenders in it."""
    with databases.one() as url:
        data = data / str(others)
        app = create_app(
            Config(data=data, database_url=url, key_file=str(key_file), secure_cookies=False, demo=True)
        )
        with app.extensions["engine"].begin() as connection:
            fill(connection, others)
        yield app
        app.extensions["engine"].dispose()


def declare(of: Supplier, owner: str, share: int) -> None:
    told = draft(held(owner, share, since=SINCE), people=(person(owner, f"{owner.title()} Mwikali"),))
    of.declare(told)


def story(session: Session) -> tuple[str, Supplier]:
    """Two suppliers bid for a roof and have declared; nobody else has to do with them."""
    alfa, beta = supplier(session), supplier(session, "beta")
    declare(alfa, "ana", 60)
    declare(beta, "juma", 100)
    return keep_tender(session, bids={"roof": ["pvt-alfa", "pvt-beta"]}, closes=date(2026, 3, 9)), alfa


def work_off(app: Flask) -> int:
    done, doing = 0, handlers(app)
    while do_one(app.extensions["sessions"], doing):
        done += 1
    return done


def screening(app: Flask, ocid: str) -> Screening | None:
    with app.extensions["sessions"]() as session:
        return findings.screening_of(session, ocid)


def cost_of_a_declaration(app: Flask) -> Cost:
    with app.extensions["sessions"]() as session:
        ocid, alfa = story(session)
        session.commit()
        work_off(app)

        with counted(app.extensions["engine"]) as cost:
            declare(alfa, "ana", 70)
            session.commit()
            cost.works = work_off(app)
    assert screening(app, ocid) is not None
    return cost


def test_what_a_declaration_costs_does_not_grow_with_the_register(
    postgres_databases: Databases, tmp_path: Path, key_file: Path
) -> None:
    costs = []
    for others in OTHERS:
        with register_among(postgres_databases, others, tmp_path, key_file) as app:
            costs.append(cost_of_a_declaration(app))

    assert costs[0] == costs[1]
    assert costs[0].works > 0


def fails(_picture: Picture, _law: Jurisdiction) -> Iterable[Finding | Unclear]:
    raise ZeroDivisionError


def test_a_declaration_stands_when_a_flag_fails(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Flag("broken", 1, "Broken", "It breaks.", Severity.ASK, fails)
    monkeypatch.setattr(room, "registry", lambda: (broken, *registry()))
    with app.extensions["sessions"]() as session:
        ocid, alfa = story(session)
        session.commit()

        declare(alfa, "ana", 70)
        session.commit()
        work_off(app)

        told = statements.of_subject(session, alfa.subject)
    asked = screening(app, ocid)
    assert len({each.declaration for each in told}) == 2
    assert asked is not None
    assert [each.code for each in asked.unclear if each.reason == room.FAILED] == ["broken"]
