"""bar-P5: every sealed value is known by its place, is sealed anew when the key changes, and opens nowhere else."""

import json
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, func, select, update
from sqlalchemy.orm import Session

from register import create_app
from register.commands.rotate_key import change_key
from register.config import Config
from register.models import Base
from register.models.people import ParticularsRow, PersonKeyRow
from register.store import audit, outbox, particulars, rotation
from register.store.engine import open_engine, session_factory
from register.store.rotation import SEALED
from register.store.vault import SealBrokenError, Vault, begin_rotation, forget_before, new_key, open_vault
from tests.bods.often import _MORE
from tests.factories.declarations import private

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
#: Columns of bytes that the register's own key does not seal.
OTHERWISE = {
    "evidence.name_sealed": "under the paper's own key",
    "particulars.sealed": "under the person's key",
    "passkey.credential_id": "public",
    "passkey.public_key": "public",
    "published.leaf_hash": "public",
    "published.salt": "public",
    "published.text": "public",
    "redaction.leaf_hash": "public",
}
#: 100,000 with BARS=full.
PEOPLE = 600 if _MORE == 1 else 100_000


def test_bar_p5_every_column_of_bytes_is_sealed_and_rotated_or_said_why_not() -> None:
    found = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }

    assert found == {each.name for each in SEALED} | set(OTHERWISE)
    assert {each.name for each in SEALED} & set(OTHERWISE) == set()


def test_bar_p5_in_a_county_with_something_everywhere_every_seal_is_made_anew(county_app: Flask) -> None:
    """A value whose place is not the one named in the list would not open."""
    engine = county_app.extensions["engine"]
    old: Vault = county_app.extensions["vault"]
    new = Vault(new_key(), old.finding, old.cookies, (old.sealing,))
    met = set()
    with session_factory(engine, new)() as session:
        before = rotation.waiting(session)
        for sealed, keys in rotation.portions(session):
            assert rotation.seal_anew(session, sealed, keys) == len(keys)
            met.add(sealed.name)

        assert before > 0
        assert rotation.waiting(session) == 0
        assert {
            "account.totp_sealed",
            "outbox.payload",
            "person_key.sealed_key",
            "evidence.sealed_key",
        } <= met


@pytest.mark.parametrize("sealed", SEALED, ids=lambda each: each.name)
def test_bar_p5_the_place_in_the_list_is_the_one_the_store_writes(sealed: rotation.Sealed) -> None:
    """Read off the stores' own code: each place begins with its table, and names the columns of its row."""
    words = sealed.place.split("|")
    columns = {column.name for column in sealed.table.__table__.columns}
    named = {word.strip("{}") for word in words if word.startswith("{")}

    assert words[0] == sealed.table.__tablename__
    assert named <= columns
    head = sealed.place.partition("{")[0]
    code = "".join(
        path.read_text() for path in (ROOT / "register" / "store").glob("*.py") if path.stem != "rotation"
    )
    generic = head.replace(f"|{sealed.column}|", "|{column}|")
    assert head in code or generic in code


@pytest.fixture
def old_key(tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    open_vault(path, create=True)
    return path


def _fill(session: Session, people: int) -> None:
    for number in range(people):
        particulars.keep(
            session, f"draft:{number}", f"um-{number}", {"ana": private("ana", phone=f"+2547{number:08}")}
        )
    outbox.add(session, "mail", "k", {"to": "ana@umiliki.example"}, now=NOW)
    session.commit()


def test_bar_p5_a_new_key_seals_and_the_old_one_only_opens(old_key: Path, engine, tmp_path: Path) -> None:
    with session_factory(engine, open_vault(old_key))() as session:
        _fill(session, 3)
    copy = shutil.copy(old_key, tmp_path / "copy.json")

    new = begin_rotation(old_key)
    with session_factory(engine, new)() as session:
        waiting = rotation.waiting(session)
        for sealed, keys in rotation.portions(session):
            rotation.seal_anew(session, sealed, keys)
        session.commit()
    forgotten = forget_before(old_key)

    assert waiting == 4
    with session_factory(engine, forgotten)() as session:
        assert particulars.opened(session, "draft:2")["ana"].phone == "+254700000002"
        assert outbox.newest(session, ("mail",))[0].payload == {"to": "ana@umiliki.example"}
        # What is seen of a person is found again as before.
        assert open_vault(old_key).blind("a", "b") == open_vault(Path(copy)).blind("a", "b")
    with (
        session_factory(engine, open_vault(Path(copy)))() as session,
        pytest.raises(SealBrokenError),
    ):
        particulars.opened(session, "draft:2")


def test_bar_p5_a_value_moved_to_another_row_or_column_does_not_open(old_key: Path, engine) -> None:
    with session_factory(engine, open_vault(old_key))() as session:
        _fill(session, 2)
        first, second = session.scalars(select(PersonKeyRow).order_by(PersonKeyRow.id)).all()
        for table, column in ((PersonKeyRow, "sealed_key"), (ParticularsRow, "sealed")):
            row = session.scalars(select(table).order_by(table.id)).first()
            with session.begin_nested() as trial:
                session.execute(
                    update(table).where(table.id != row.id).values({column: getattr(row, column)})
                )
                session.expire_all()
                with pytest.raises(SealBrokenError):
                    particulars.opened(session, "draft:1")
                trial.rollback()
        assert particulars.opened(session, "draft:1")["ana"].phone == "+254700000001"
        assert first.id != second.id


@pytest.mark.parametrize("place", range(40))
def test_bar_p5_one_changed_bit_and_nothing_opens(vault: Vault, place: int) -> None:
    sealed = vault.seal(b"98765432", "table|column|1")
    at = place % len(sealed)
    changed = sealed[:at] + bytes((sealed[at] ^ 1,)) + sealed[at + 1 :]

    for value, where in (
        (changed, "table|column|1"),
        (sealed, "table|column|2"),
        (sealed[:at], "table|column|1"),
    ):
        with pytest.raises(SealBrokenError):
            vault.unseal(value, where)
    assert vault.unseal(sealed, "table|column|1") == b"98765432"


def test_bar_p5_a_value_from_before_there_were_marks_opens_and_is_marked_at_the_next_change(
    old_key: Path, engine
) -> None:
    vault = open_vault(old_key)
    with session_factory(engine, vault)() as session:
        _fill(session, 1)
        row = session.scalars(select(PersonKeyRow)).one()
        row.sealed_key = row.sealed_key[len(vault.mark) :]
        session.commit()
        assert set(particulars.opened(session, "draft:0")) == {"ana"}

    with session_factory(engine, begin_rotation(old_key))() as session:
        for sealed, keys in rotation.portions(session):
            rotation.seal_anew(session, sealed, keys)
        assert rotation.waiting(session) == 0
        assert set(particulars.opened(session, "draft:0")) == {"ana"}


def test_bar_p5_a_change_of_key_that_is_killed_again_and_again_goes_on_where_it_was(
    old_key: Path, sqlite_template: Path, tmp_path: Path
) -> None:
    """Killed at random instants; no value is lost at any of them, and a last run finishes."""
    path = Path(shutil.copy(sqlite_template, tmp_path / "umiliki.db"))
    engine = open_engine(f"sqlite:///{path}")
    with session_factory(engine, open_vault(old_key))() as session:
        _fill(session, PEOPLE)
    program = (
        "import sys; from pathlib import Path\n"
        "from register.commands.rotate_key import change_key\n"
        "from register.store.engine import open_engine\n"
        "print('begun', flush=True)\n"
        "change_key(open_engine(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    words = [sys.executable, "-c", program, f"sqlite:///{path}", str(old_key)]
    chance, killed = Random(7), 0
    for _ in range(3 * min(_MORE, 10)):
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == b"begun\n"
            threading.Event().wait(chance.random() / 5)
            running.kill()
        killed += running.returncode == -signal.SIGKILL
        with session_factory(engine, open_vault(old_key))() as session:
            assert set(particulars.opened(session, f"draft:{chance.randrange(PEOPLE)}")) == {"ana"}

    assert killed > 0
    change_key(engine, old_key)
    forget_before(old_key)

    assert set(json.loads(old_key.read_text())) == {"sealing", "finding", "cookies"}
    with session_factory(engine, open_vault(old_key))() as session:
        assert rotation.waiting(session) == 0
        assert session.scalar(select(func.count()).select_from(PersonKeyRow)) == PEOPLE
        assert all(particulars.opened(session, f"draft:{number}") for number in range(0, PEOPLE, 97))
        assert list(audit.broken_links(session)) == []
    engine.dispose()


def test_the_command_changes_the_key_and_throws_the_old_one_away(app: Flask, tmp_path: Path) -> None:
    shutil.copy(app.extensions["config"].keys, own := tmp_path / "own.json")
    again = create_app(replace(app.extensions["config"], key_file=str(own)))

    kept = again.test_cli_runner().invoke(args=["rotate-key"], catch_exceptions=False)
    thrown = again.test_cli_runner().invoke(args=["rotate-key", "--forget-old"], catch_exceptions=False)

    assert "sealed with the new key" in kept.output
    assert "thrown away" in thrown.output
    assert open_vault(own).before == ()
    assert open_vault(own).sealing != app.extensions["vault"].sealing
    again.extensions["engine"].dispose()


def test_the_register_opens_with_the_rotated_keys(old_key: Path, tmp_path: Path) -> None:
    begin_rotation(old_key)

    app = create_app(Config(data=tmp_path, key_file=str(old_key)))

    assert len(app.extensions["vault"].before) == 1
    app.extensions["engine"].dispose()
