"""bar-P1: whatever is not public has a mark planted in it and looked for; a new field or column without one is told of."""

import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions import submit_declaration as submitting
from register.actions.begin_declaration import begin_declaration
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.field_names import field_names
from register.declarations.life import State
from register.extensions import db
from register.jurisdictions import load
from register.jurisdictions.loading import known
from register.models.base import Base
from register.models.declarations import DeclarationRow
from register.store import companies, declarations
from register.store.rotation import SEALED
from register.store.vault import Vault
from tests.factories.declarations import body, held
from tests.factories.declarations import person as declared
from tests.factories.people import person
from tests.house.canaries import _written, leaks
from tests.house.confidences import OF_ONE, Told, make_files, tell
from tests.house.crawling import Page
from tests.house.planted import OPEN, PRIVATE, STEM, WORDLESS, Planting, plant_rows, text_columns
from tests.house.test_bar_p1_canary import _public, silent_app

__all__ = ["silent_app"]
NUMBERED = re.compile(rf"{STEM}\d+")


def private_fields() -> set[str]:
    """Every field that some place classes other than public."""
    return {
        field for place in known() for field in field_names() if field not in load(place).audiences.public
    }


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_column_with_words_is_said_to_be_private_or_not(table: str) -> None:
    words = text_columns(Base.metadata.tables[table])
    private, open_to_all = PRIVATE.get(table, set()), OPEN.get(table, set())

    assert words == set(private) | set(open_to_all)
    assert set(private) & set(open_to_all) == set()


def planted(
    app: Flask, engine: Engine, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> tuple[Told, Planting]:
    """The usual story; a company whose every private answer is marked, signed and once more begun; and marked rows."""
    monkeypatch.setattr(submitting, "blocking", lambda _gaps: ())
    told, planting = tell(app, OF_ONE), Planting(private_fields())
    now, law = datetime.now(UTC), replace(app.extensions["jurisdiction"], accepts_at_once=True)
    with app.test_request_context():
        session = db.session
        company = companies.create(
            session, name="Kanari Marked Ltd", scheme="KE-RCO", number="PVT-MARK1", now=now
        )
        signer = person(session, Role.SUPPLIER, email="marked@supplier.example", at=now)
        begun = begin_declaration(session, company.id, now=now, jurisdiction=law)
        story = replace(
            begun.draft,
            people=(declared("ana"),),
            entities=(body("delta"),),
            holdings=(held("ana", 60), held("delta", 40)),
        )
        written = save_draft(session, company.id, planting.draft(story, "ana"), begun.version, now)
        reference = submit_declaration(
            session, company.id, Signing(str(uuid4()), b"{}", "A notice", "1", "en", consent=True), written.version,
            principal=Principal(signer.id, signer.name, Role.SUPPLIER, "en", (company.id,)), now=now,
            today=now.date(), jurisdiction=law, new_id=lambda: str(uuid4()), base_url="https://umiliki.example",
        )  # fmt: skip
        assert declarations.declaration(session, reference).stage is State.PUBLISHED
        begin_declaration(session, company.id, now=now, jurisdiction=law)
        _mark_row(session, reference, planting)
        session.commit()
    plant_rows(_unbound(engine), vault, planting)
    make_files(app)
    return told, planting


def _mark_row(session: Session, reference: str, planting: Planting) -> None:
    """The row of what was signed: its marks are those of the answers, and one more."""
    row = session.scalars(select(DeclarationRow).where(DeclarationRow.reference == reference)).one()
    row.reason = planting.mark("declaration.reason")
    for column in ("answers", "signed_name", "signed_capacity"):
        assert STEM in getattr(row, column)
        planting.otherwise.add(f"declaration.{column}")


def _unbound(engine: Engine) -> Engine:
    """The same database to a hand that keys do not stop."""
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def _off(connection: object, _record: object) -> None:
            connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]

        engine.dispose()
    return engine


def marks(pages: Iterable[Page]) -> list[str]:
    """Where a mark stands, in whatever writing."""
    spelt = {each for _, each in _written(STEM)}
    return [
        f"{page.address}: {NUMBERED.findall(page.text)[:3]}"
        for page in pages
        if any(s in page.text for s in spelt)
    ]


def test_bar_p1_everything_that_is_not_public_is_marked_and_no_mark_is_public(
    silent_app: Flask,
    engine: Engine,
    vault: Vault,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    told, planting = planted(silent_app, engine, vault, monkeypatch)

    pages = _public(silent_app, told)
    out, err = capfd.readouterr()

    fields = {place for place in private_fields() if not place.endswith(".key")} - WORDLESS
    columns = {f"{table}.{column}" for table, names in PRIVATE.items() for column in names}
    columns |= {each.name for each in SEALED}
    assert fields - planting.planted == set()
    assert columns - planting.planted == set()
    assert any("Kanari Marked Ltd" in page.text for page in pages if page.endpoint == "public.company")
    assert [(page.address, page.status) for page in pages if page.status >= 500] == []
    assert marks(pages) == []
    assert [f"{page.address}: {each}" for page in pages for each in leaks(page.text, OF_ONE)] == []
    assert STEM not in f"{caplog.text}{out}{err}"


@pytest.mark.parametrize("place", known())
def test_what_carries_no_words_is_a_field_that_is_not_public(place: str) -> None:
    audiences = load(place).audiences

    assert audiences.said - audiences.public >= WORDLESS


@pytest.mark.parametrize("how", [name for name, _ in _written(STEM)])
def test_a_mark_is_found_in_every_writing(how: str) -> None:
    written = dict(_written(f"{STEM}0001"))[how]

    assert marks([Page("/", "", 200, f"<p>before {written} after</p>")]) != []
