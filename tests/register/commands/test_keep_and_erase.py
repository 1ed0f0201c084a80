"""`flask keep-and-erase` tells what it does, kind by kind, and erases whom the list names."""

import os
from datetime import UTC, datetime, timedelta

from flask import Flask

from register.extensions import db
from register.store import drafts, erasures, evidence_files, particulars
from register.store.erasures import Erasure
from register.store.keeping import KINDS
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import supplier

TOLD = draft(held("ana", 100), people=("ana",))


def _told(app: Flask, *options: str) -> str:
    done = app.test_cli_runner().invoke(args=["keep-and-erase", *options], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_bar_p8_a_dry_run_tells_and_touches_nothing_and_the_run_does_it(app: Flask) -> None:
    with app.app_context():
        declaring = supplier(db.session)
        version = drafts.save(
            db.session, declaring.company.id, declaring.own(TOLD), 0, datetime.now(UTC) - timedelta(days=91)
        )
        company_id = declaring.company.id
        db.session.commit()
    left = evidence_files.folder_of(app.extensions["config"].data) / "ab" / "abcdef"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"sealed")
    os.utime(left, (0, 0))

    dry = _told(app, "--dry-run")
    with app.app_context():
        still = drafts.exists(db.session, company_id)
    wet = _told(app)

    assert version.version == 1
    assert "       1  unfinished declarations, kept 90 days" in dry
    assert "Nothing was erased" in dry
    assert still
    assert "       1  unfinished declarations, kept 90 days" in wet
    assert "       1  files of papers" in wet
    assert all(kind.name in dry and kind.name in wet for kind in KINDS)
    with app.app_context():
        assert not drafts.exists(db.session, company_id)
    assert not left.exists()


def test_whoever_is_on_the_list_is_erased_by_the_daily_run(app: Flask) -> None:
    with app.app_context():
        subject = "um-1"
        particulars.keep(db.session, "declaration:UM-2026-000001", subject, {"ana": private("ana")})
        db.session.commit()
    erasures.remember(app.extensions["config"].erasures, Erasure(subject, "ana", datetime.now(UTC)))

    assert "1  people on the erasure list" in _told(app, "--dry-run")
    with app.app_context():
        assert particulars.kept_of(db.session, subject, "ana")
    assert "1  people on the erasure list" in _told(app)
    with app.app_context():
        assert not particulars.kept_of(db.session, subject, "ana")
    assert "0  people on the erasure list" in _told(app)


def test_a_damaged_list_stops_the_run_and_says_where(app: Flask) -> None:
    path = app.extensions["config"].erasures
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("nonsense\nmore\n")

    done = app.test_cli_runner().invoke(args=["keep-and-erase"])

    assert done.exit_code == 1
    assert "line 1" in done.output
