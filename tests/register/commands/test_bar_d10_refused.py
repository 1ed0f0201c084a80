"""bar-D10: what is damaged, sealed to somebody else or would overwrite anything is refused, and nothing is touched."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from register.models.companies import CompanyRow
from register.store import companies, evidence_files
from register.store.backups import archive
from tests.factories.declarations import private
from tests.factories.hosts import CANARY, Host, host_at, state_of


def test_bar_d10_a_damaged_backup_is_detected_and_nothing_is_touched(host: Host) -> None:
    file = host.folder / "umiliki.age"
    host.well("backup", str(file))
    whole, before = file.read_bytes(), state_of(host)
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
    assert state_of(host) == before
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
    stranger = host_at(tmp_path / "stranger", database_url, tmp_path / "other-keys.json", "", host.identity)

    for told, expected in (
        (host.run("restore", str(file), "--identity", str(wrong), "--yes"), "does not open"),
        (host.run("restore", str(file), "--identity", str(none), "--yes"), "does not open"),
        (stranger.run("restore", str(file), "--identity", str(host.identity), "--yes"), "not the one of this backup"),
    ):  # fmt: skip
        assert told.exit_code == 1
        assert expected in told.output
    stranger.app.extensions["engine"].dispose()


@pytest.mark.parametrize("recipient", ["", "age1nonsense"])
def test_bar_d10_without_a_key_there_is_no_backup(
    recipient: str, key_file: Path, tmp_path: Path, sqlite_template: Path
) -> None:
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'u.db')}"
    host = host_at(tmp_path, url, key_file, recipient, tmp_path / "none")

    refused = host.run("backup", str(tmp_path / "umiliki.age"))

    assert refused.exit_code == 1
    assert "backup-key" in refused.output
    assert not (tmp_path / "umiliki.age").exists()
    host.app.extensions["engine"].dispose()
