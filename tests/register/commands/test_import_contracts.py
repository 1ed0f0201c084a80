"""`flask import-contracts`, from files to the database."""

import gzip
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import inspect, select, text
from sqlalchemy.orm import Session

from register.actions import import_contracts
from register.extensions import db
from register.models.outbox import OutboxRow
from register.ocds.fault import Fault
from register.ocds.merging import Compiled, merged
from register.ocds.releases import Release
from register.store import audit, contracts
from tests.factories.releases import EXAMPLES, ROOF, tender, told, written

ROOT = Path(__file__).resolve().parents[3]
WALL, DOOR = "ocds-213czf-wall", "ocds-213czf-door"
#: What depends on when and in what order things were done, not on what is so.
PASSING = {
    "id",
    "imported_at",
    "changed_at",
    "source",
    "at",
    "hash",
    "sequence",
    "created_at",
    "available_at",
    "payload",
}


def run(app: Flask, *paths: object, stdin: bytes | None = None) -> Result:
    return app.test_cli_runner().invoke(args=["import-contracts", *map(str, paths)], input=stdin)


def first_line(result: Result) -> str:
    return result.output.splitlines()[0]


def kept(app: Flask) -> dict[str, list[dict[str, Any]]]:
    """All that an import writes, but for what passes."""
    with app.app_context():
        return {name: _rows(db.session, name) for name in ("release", "process", "bid", "award", "outbox")}


def forget(app: Flask) -> None:
    """As though nothing had ever been imported, but for the trail of it."""
    with app.app_context():
        for table in ("outbox", "award", "bid", "process", "release"):
            db.session.execute(text(f"DELETE FROM {table}"))
        db.session.commit()


def _rows(session: Session, table: str) -> list[dict[str, Any]]:
    names = [column["name"] for column in inspect(session.connection()).get_columns(table)]
    wanted = [name for name in names if name not in PASSING]
    rows = session.execute(text(f"SELECT {', '.join(wanted)} FROM {table}"))
    return sorted((dict(row._mapping) for row in rows), key=repr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two folders whose files share processes, in several shapes, and what is none of our business."""
    for name in ("first", "second/deeper"):
        (tmp_path / "in" / name).mkdir(parents=True)
    roof = [
        tender("Alfa", "Beta", at="2026-03-01T00:00:00Z"),
        tender("Alfa", "Beta", won=["Beta"], at="2026-03-09T00:00:00Z"),
    ]
    wall = tender("Gama", "Alfa", ocid=WALL)
    door = told(DOOR, tender={"title": "Door"})
    (tmp_path / "in/first/roof.json").write_bytes(orjson.dumps({"releases": roof[:1]}))
    (tmp_path / "in/first/more.jsonl").write_bytes(written(door, {"releases": [wall]}))
    (tmp_path / "in/second/roof.json").write_bytes(orjson.dumps(roof[::-1]))
    records = {"records": [{"ocid": WALL, "releases": [wall]}, {"ocid": DOOR, "compiledRelease": door}]}
    (tmp_path / "in/second/deeper/records.json.gz").write_bytes(gzip.compress(orjson.dumps(records)))
    (tmp_path / "in/second/notes.txt").write_text("not for us")
    return tmp_path / "in"


def test_folders_are_imported_whole_and_the_second_time_nothing_changes(app: Flask, folder: Path) -> None:
    first = run(app, folder)
    before = kept(app)
    second = run(app, folder)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (
        first_line(first)
        == "Contracting processes: 3 new, 0 changed, 0 unchanged. Releases with new content: 4."
    )
    assert (
        first_line(second)
        == "Contracting processes: 0 new, 0 changed, 3 unchanged. Releases with new content: 0."
    )
    assert kept(app) == before


def test_whatever_the_order_of_the_files_the_result_is_the_same(app: Flask, folder: Path) -> None:
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".json", ".jsonl", ".gz"}]
    results = []

    for order in itertools.permutations(files):
        run(app, *order)
        results.append(kept(app))
        forget(app)

    assert len(results) == 24
    assert all(result == results[0] for result in results)
    assert [row["ocid"] for row in results[0]["award"]] == [ROOF]


def test_one_file_named_twice_is_read_once(app: Flask, folder: Path) -> None:
    result = run(app, folder / "first", folder, folder / "first/roof.json")

    assert (
        first_line(result)
        == "Contracting processes: 3 new, 0 changed, 0 unchanged. Releases with new content: 4."
    )


def test_standard_input_is_read_and_named(app: Flask) -> None:
    result = run(app, "-", stdin=written(tender("Alfa"), 5))

    assert result.exit_code == 1
    assert "1 new" in result.output
    assert "standard input, line 2: This should be an object; it was left out." in result.output


def test_every_fault_is_told_by_file_and_place_and_the_sound_is_kept(app: Flask) -> None:
    result = run(app, EXAMPLES)

    faults = [line for line in result.output.splitlines() if line.startswith("  ")]
    assert result.exit_code == 1
    assert first_line(result).startswith("Contracting processes: 3 new")
    assert {line.split(",")[0].split(":")[0].strip() for line in faults} == {
        f"ocds/{path.name}" for path in EXAMPLES.glob("fault_*")
    }
    assert "  ocds/fault_no_ocid.json, /releases/0/ocid: This release has no ocid" in result.output
    assert "  ocds/fault_not_ocds.json: This is not OCDS" in result.output


def test_a_folder_called_like_a_file_a_circle_of_links_and_an_odd_name_do_no_harm(
    app: Flask, folder: Path
) -> None:
    (folder / "first/a.json").symlink_to(folder)
    (folder / "first/loop.json").mkdir()
    (folder / os.fsdecode(b"caf\xe9.json")).write_bytes(written(told("ocds-213czf-odd"), 5))

    result = run(app, folder)

    assert "in/caf?.json, line 2: This should be an object" in result.output
    assert "4 new" in result.output


def test_nothing_to_import_is_a_slip_of_the_pen(app: Flask) -> None:
    assert "Name the files or folders to import, or a portal." in run(app).output


def test_an_earlier_award_arriving_late_changes_the_process_once(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "roof.json"
    file.write_bytes(written(tender("Alfa", at="2026-03-02")))
    run(app, file)
    file.write_bytes(written(tender("Alfa", at="2026-03-02"), tender("Alfa", won=["Alfa"], at="2026-03-01")))

    again = [first_line(run(app, file)) for _ in range(2)]

    assert again == [
        "Contracting processes: 0 new, 1 changed, 0 unchanged. Releases with new content: 1.",
        "Contracting processes: 0 new, 0 changed, 1 unchanged. Releases with new content: 0.",
    ]


def test_a_nightly_export_under_new_stamps_asks_nothing_again(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "portal.json"
    file.write_bytes((EXAMPLES / "portal_export.json").read_bytes())
    run(app, file)
    with app.app_context():
        db.session.execute(OutboxRow.__table__.delete())
        db.session.commit()
        events = audit.count(db.session)
    file.write_bytes(
        file.read_bytes().replace(b"2026-03-20T06", b"2026-03-21T06").replace(b"0c2f6d4b7a1e", b"1d3e")
    )

    result = run(app, file)

    with app.app_context():
        assert "1 unchanged" in result.output
        assert list(db.session.scalars(select(OutboxRow))) == []
        assert audit.count(db.session) == events


def test_all_that_is_kept_can_be_read_anew(app: Flask, folder: Path) -> None:
    run(app, folder)
    with app.app_context():
        db.session.execute(text("UPDATE process SET title = 'read wrongly'"))
        db.session.commit()

    result = run(app, "--again")

    with app.app_context():
        assert "3 changed" in result.output
        assert contracts.process(db.session, DOOR).title == "Door"


KILLED = """
import os, signal, sys
from register import create_app
from register.commands.running import importing
from register.config import Config
from register.store import audit
from pathlib import Path

record_all, left = audit.record_all, [int(sys.argv[1])]

def killed_at_last(session, events, **facts):
    record_all(session, events, **facts)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)

audit.record_all = killed_at_last
importing.TOGETHER = 2
app = create_app(Config(data=Path(sys.argv[2]), database_url=sys.argv[3], key_file=sys.argv[4]))
app.test_cli_runner().invoke(args=["import-contracts", *sys.argv[5:]], catch_exceptions=False)
"""


@pytest.mark.parametrize("batch", [1, 2, 4])
def test_an_import_killed_in_the_middle_of_a_transaction_is_finished_by_the_next(
    app: Flask, database_url: str, key_file: Path, tmp_path: Path, batch: int
) -> None:
    story = tmp_path / "story.jsonl"
    ocids = [f"ocds-213czf-{name}" for name in "abcdefg"]
    story.write_bytes(written(*(tender("Alfa", "Beta", won=["Beta"], ocid=ocid) for ocid in ocids)))
    run(app, story)
    whole = kept(app)
    forget(app)
    words = [str(batch), str(tmp_path / "data"), database_url, str(key_file), str(story)]
    killed = subprocess.run([sys.executable, "-c", KILLED, *words], cwd=ROOT, env=os.environ, check=False)
    halfway = kept(app)

    finished = run(app, story)

    before = 2 * (batch - 1)
    assert killed.returncode == -signal.SIGKILL
    assert [row["ocid"] for row in halfway["process"]] == ocids[:before]
    assert len(halfway["bid"]) == 2 * before
    assert len(halfway["release"]) == len(halfway["award"]) == len(halfway["outbox"]) == before
    assert f"{7 - before} new, 0 changed, {before} unchanged" in finished.output
    assert kept(app) == whole
    with app.app_context():
        assert audit.count(db.session) == 2 * 7
        assert not list(audit.broken_links(db.session))
    run(app, story)
    assert kept(app) == whole


def test_a_process_that_cannot_be_taken_in_costs_none_of_those_before_it(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tmp_path / "story.jsonl"
    story.write_bytes(written(*(tender("Alfa", ocid=ocid) for ocid in ("a", "b", "c"))))

    def fails_at_b(released: Collection[Release]) -> tuple[Compiled, tuple[Fault, ...]]:
        if any(release.ocid == "b" for release in released):
            raise ArithmeticError("b")
        return merged(released)

    monkeypatch.setattr(import_contracts, "merged", fails_at_b)
    failed = run(app, story)
    halfway = [row["ocid"] for row in kept(app)["process"]]
    monkeypatch.undo()
    run(app, story)

    assert isinstance(failed.exception, ArithmeticError)
    assert halfway == ["a"]
    assert [row["ocid"] for row in kept(app)["process"]] == ["a", "b", "c"]
    with app.app_context():
        assert not list(audit.broken_links(db.session))
