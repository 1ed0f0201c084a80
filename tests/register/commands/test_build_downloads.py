"""`flask build-downloads`: files in every form, made when there is something new, and readers never between two."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy.orm import Session

from bods.exports import formats
from bods.publication import DATA, GUIDE, SUMS, Publication
from bods.reading import read_statements
from bods.statements import Statement
from register.actions import build_downloads
from register.extensions import db
from register.store import published, published_files
from register.store.published_files import BuildingElsewhereError, building
from tests.bods.stories import ALFA, ANA, BEN, owns, shares, statement

STORY = (
    statement("alfa", ALFA),
    statement("ana", ANA),
    statement("ana-alfa", owns("ana", "alfa", shares(60))),
    statement("ben", BEN),
    statement("ben-alfa", owns("ben", "alfa", shares(40))),
)


def publish(app: Flask, *statements: Statement) -> None:
    with app.app_context():
        published.publish(
            db.session, statements, app.extensions["jurisdiction"], datetime(2026, 3, 9, tzinfo=UTC)
        )
        db.session.commit()


def build(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=["build-downloads", *words], catch_exceptions=False)


def folder(app: Flask) -> Path:
    data: Path = app.extensions["config"].data
    return data / published_files.FOLDER


def editions(app: Flask) -> list[str]:
    return sorted(each.name for each in folder(app).iterdir() if each.is_dir() and not each.is_symlink())


def test_with_nothing_published_there_is_nothing_to_make(app: Flask) -> None:
    said = build(app)

    assert (said.exit_code, said.output) == (
        0,
        "Nothing is published yet; there is nothing to make files of.\n",
    )
    assert editions(app) == []


def test_everything_published_is_made_into_files_of_every_form(app: Flask) -> None:
    publish(app, *STORY)

    said = build(app)

    current = folder(app) / "current"
    assert said.output.startswith(f"{len(formats())} files up to record 5, ")
    assert current.readlink() == Path("5")
    assert {path.name for path in current.iterdir()} == {
        DATA,
        GUIDE,
        SUMS,
        *(f"bods{each.suffix}" for each in formats()),
    }
    with app.app_context():
        texts = list(published.texts(db.session))
    assert (current / "bods.jsonl").read_bytes() == b"".join(text + b"\n" for text in texts)
    told = [each.statement_id for each in read_statements(current / "bods.json")]
    assert told == [each.statement_id for each in STORY]
    for line in (current / SUMS).read_text().splitlines():
        digest, name = line.split("  ")
        assert sha256((current / name).read_bytes()).hexdigest() == digest


def test_the_facts_are_those_of_the_place(app: Flask) -> None:
    publish(app, *STORY)
    build(app)

    place = app.extensions["jurisdiction"]
    package = json.loads((folder(app) / "current" / DATA).read_text())
    guide = (folder(app) / "current" / GUIDE).read_text()
    assert package["licenses"][0]["path"] == place.licence
    assert package["contributors"][0]["title"] == place.publisher_name
    assert package["homepage"] == "http://localhost:8000/data"
    assert package["statements"] == 5
    for fact in (
        place.who_declares,
        place.contact_email,
        place.person_identifier_scheme_name,
        place.licence_title,
    ):
        assert fact in guide
    assert f"from {place.owner_threshold} percent" in guide
    assert f"within {place.change_deadline_days} days" in guide


def test_with_nothing_new_nothing_is_made(app: Flask) -> None:
    publish(app, *STORY)
    build(app)
    before = (folder(app) / "current" / DATA).stat()

    said = build(app)

    assert said.output == "Nothing new is published since record 5; the files stay as they are.\n"
    assert (folder(app) / "current" / DATA).stat() == before
    assert editions(app) == ["5"]


def test_the_newest_and_two_before_are_kept(app: Flask) -> None:
    for each in STORY:
        publish(app, each)
        build(app)

    assert editions(app) == ["3", "4", "5"]
    assert (folder(app) / "current").readlink() == Path("5")


def test_files_made_again_leave_no_earlier_ones(app: Flask) -> None:
    publish(app, *STORY[:3])
    build(app)
    publish(app, *STORY[3:])
    build(app)

    build(app, "--again")
    again = build(app, "--again")

    assert again.exit_code == 0
    assert editions(app) == ["5.3"]
    assert (folder(app) / "current").readlink() == Path("5.3")


def test_readers_have_the_old_files_until_the_new_are_whole(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(app, *STORY[:3])
    build(app)
    publish(app, *STORY[3:])

    def fails(*_: object, **__: object) -> Publication:
        raise RuntimeError

    monkeypatch.setattr(build_downloads, "publish", fails)
    with pytest.raises(RuntimeError):
        build(app)

    assert (folder(app) / "current").readlink() == Path("3")
    assert editions(app) == ["3"]


def test_two_do_not_make_the_files_at_once(app: Flask) -> None:
    publish(app, *STORY)

    with building(app.extensions["config"].data):
        said = build(app)

    assert said.exit_code == 1
    assert said.output == f"Error: {BuildingElsewhereError()}.\n"
    assert build(app).exit_code == 0


def test_what_is_published_meanwhile_stays_out(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(app, *STORY[:3])
    latest = published.latest

    def and_then_more(session: Session) -> published.LogEntry | None:
        found = latest(session)
        session.rollback()
        publish(app, *STORY[3:])
        return found

    monkeypatch.setattr(published, "latest", and_then_more)
    build(app)

    lines: Iterable[bytes] = (folder(app) / "current" / "bods.jsonl").read_bytes().splitlines()
    assert len(list(lines)) == 3


def test_a_name_that_leads_elsewhere_is_no_edition_and_no_file(app: Flask) -> None:
    publish(app, *STORY)
    build(app)
    data: Path = app.extensions["config"].data
    (folder(app) / "5" / "note.txt").write_text("not listed")

    for name in ("", ".", "..", "4", "5/", "current/..", "../downloads/5", ".building"):
        assert published_files.edition(data, name) is None
    known = published_files.newest(data)
    assert known is not None
    for name in ("", "note.txt", "../.building", "..", "current"):
        assert published_files.file_in(known, name) is None
    assert published_files.file_in(known, GUIDE) == folder(app).resolve() / "5" / GUIDE
