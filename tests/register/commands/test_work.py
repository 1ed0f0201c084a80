"""The worker."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.commands.work import do_one, handlers, work_until
from register.extensions import db
from register.models.outbox import OutboxRow
from register.store import outbox
from register.store.outbox import Work

LETTER = {"to": "ana@umiliki.example", "subject": "Hello", "text": "Hello Ana"}


def leave(app: Flask, kind: str, key: str, payload: dict[str, str]) -> None:
    with app.app_context():
        outbox.add(db.session, kind, key, payload, now=datetime.now(UTC))
        db.session.commit()


def rows(app: Flask) -> list[OutboxRow]:
    with app.app_context():
        return list(db.session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


def test_letters_and_messages_of_the_demo_end_in_files_for_one_reader(app: Flask) -> None:
    leave(app, "mail", "m1", LETTER)
    leave(app, "sms", "s1", {"to": "+254700000000", "text": "OWN"})

    said = app.test_cli_runner().invoke(args=["work", "--until-empty"])

    folder: Path = app.extensions["config"].data / "outbox"
    files = sorted(folder.iterdir())
    assert said.output == "Pieces of work done or tried: 2.\n"
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600, 0o600]
    assert files[0].read_text() == "To: ana@umiliki.example\nSubject: Hello\n\nHello Ana\n"
    assert all(row.done_at is not None for row in rows(app))


def test_one_piece_is_done_when_one_is_asked_for(app: Flask) -> None:
    leave(app, "mail", "m1", LETTER)
    leave(app, "mail", "m2", LETTER)
    run = app.test_cli_runner()

    said = [run.invoke(args=["work", "--once"]).output for _ in range(3)]

    assert said == ["Did one piece of work.\n"] * 2 + ["Nothing waits.\n"]


def test_a_failure_is_noted_by_its_kind_and_the_rest_goes_on(
    app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    leave(app, "mail", "m1", LETTER)
    leave(app, "sms", "s1", {"to": "+254700000000", "text": "OWN"})
    done: list[str] = []

    def fails(_session: Session, work: Work) -> None:
        raise ConnectionRefusedError(work.payload["to"])

    tried = work_until(
        threading.Event(),
        app.extensions["sessions"],
        {"mail": fails, "sms": lambda _session, work: done.append(work.key)},
        until_empty=True,
    )

    mail, sms = rows(app)
    heard = capsys.readouterr()
    assert (tried, done) == (2, ["s1"])
    assert (mail.failure, mail.done_at) == ("ConnectionRefusedError", None)
    assert sms.done_at is not None
    assert "ana@" not in heard.out + heard.err


def test_what_a_failed_piece_wrote_is_taken_back(app: Flask) -> None:
    leave(app, "screen", "screen|roof", {"ocid": "roof"})

    def writes_and_fails(session: Session, _work: Work) -> None:
        outbox.add(session, "mail", "half", LETTER, now=datetime.now(UTC))
        raise ZeroDivisionError

    do_one(app.extensions["sessions"], {"screen": writes_and_fails})

    assert [row.kind for row in rows(app)] == ["screen"]


def test_two_workers_do_no_piece_twice(app: Flask) -> None:
    for number in range(30):
        leave(app, "mail", f"m{number}", LETTER)
    done: list[str] = []
    table = {"mail": lambda _session, work: done.append(work.key)}

    def work() -> None:
        work_until(threading.Event(), app.extensions["sessions"], table, until_empty=True)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(done) == sorted(f"m{number}" for number in range(30))


def test_a_worker_told_to_stop_finishes_what_it_holds(app: Flask) -> None:
    leave(app, "mail", "m1", LETTER)
    leave(app, "mail", "m2", LETTER)
    told_to_stop = threading.Event()

    tried = work_until(
        told_to_stop,
        app.extensions["sessions"],
        {"mail": lambda _session, _work: told_to_stop.set()},
        until_empty=False,
    )

    first, second = rows(app)
    assert tried == 1
    assert first.done_at is not None
    assert second.attempts == 0


def test_every_kind_of_work_has_somebody_who_does_it(app: Flask) -> None:
    assert set(handlers(app)) == {
        "alike", "contact", "contracts", "declarations", "mail", "owners", "screen", "sms", "watched",
    }  # fmt: skip
