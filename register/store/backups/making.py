"""Making a backup, and putting one back: database, papers, erasure list; never the register's keys."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from register.store import evidence_files, schema
from register.store.backups import archive
from register.store.backups.archive import Manifest
from register.store.backups.databases import database_of
from register.store.backups.faults import (
    BackupDamagedError,
    HostNotEmptyError,
    NewerRegisterError,
    OtherEngineError,
    OtherKeysError,
)
from register.store.vault import SealBrokenError, Vault

KEY_CHECK = b"these are the register's keys"
#: Folders in the data folder in which a backup is put together and taken apart; a killed one leaves its folder behind.
WORKING = "backup-"
A_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Host:
    """What a backup is of: the database, its keys, the data folder and the erasure list."""

    engine: Engine
    vault: Vault
    data: Path
    erasures: Path


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup that was unsealed and found whole, in a folder that is taken away afterwards."""

    manifest: Manifest
    folder: Path


def make(host: Host, file: Path, recipients: str, now: datetime) -> str:
    """Write a backup to a file; give its SHA-256. The database is of one moment, and writers go on meanwhile.

    Raises RecipientError, FileExistsAlreadyError, BackupDamagedError when the database cannot be written down.
    """
    archive.recipients(recipients)
    with working_folder(host.data, now) as folder:
        way = database_of(host.engine).dump(folder)
        told = Manifest(
            engine=host.engine.dialect.name,
            revision=schema.current(host.engine) or "",
            made_at=now.astimezone(UTC).isoformat(),
            way=way,
            key_check=host.vault.seal(KEY_CHECK, _place(now)).hex(),
            checksums={},
        )
        # The papers after the database: each was on the disk before its row was.
        return archive.write(file, _members(host, folder), told, recipients)


@contextmanager
def opened(host: Host, file: Path, identity: Path, now: datetime) -> Iterator[Opened]:
    """Unseal a backup and check all of it. Raises IdentityError, BackupDamagedError, OtherKeysError, OtherEngineError."""
    key = archive.identity(identity)
    with working_folder(host.data, now) as folder:
        manifest = archive.unpack(file, key, folder)
        _fits(host, manifest)
        yield Opened(manifest, folder)


def put_back(host: Host, backup: Opened, now: datetime, *, replace: bool) -> None:
    """Put a backup in the place of what is here, and bring its tables up to date. What was here is put aside.

    Raises HostNotEmptyError unless told to replace, BackupDamagedError.
    """
    database = database_of(host.engine)
    if not replace and not (database.is_empty() and not any(evidence_files.every(host.data))):
        raise HostNotEmptyError
    database.load(backup.folder, backup.manifest.way, backup.manifest.revision, now)
    _put_papers(host, backup.folder, now)
    schema.upgrade(host.engine)


@contextmanager
def working_folder(data: Path, now: datetime) -> Iterator[Path]:
    """A folder of one's own, gone afterwards; those of killed ones go after a day."""
    data.mkdir(parents=True, exist_ok=True)
    for left in data.glob(f"{WORKING}*"):
        if left.is_dir() and now.timestamp() - left.stat().st_mtime > A_DAY:
            shutil.rmtree(left, ignore_errors=True)
    folder = data / f"{WORKING}{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _members(host: Host, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path
    for path in evidence_files.every(host.data):
        if path.suffix != evidence_files.UNFINISHED:
            yield f"{evidence_files.FOLDER}/{path.parent.name}/{path.name}", path
    if host.erasures.exists():
        copy = folder / "erasures.jsonl"
        shutil.copyfile(host.erasures, copy)
        yield copy.name, copy


def _fits(host: Host, manifest: Manifest) -> None:
    if manifest.engine != host.engine.dialect.name:
        raise OtherEngineError(manifest.engine, host.engine.dialect.name)
    if manifest.revision not in schema.revisions(host.engine):
        raise NewerRegisterError(manifest.revision)
    made_at = datetime.fromisoformat(manifest.made_at)
    try:
        if host.vault.unseal(bytes.fromhex(manifest.key_check), _place(made_at)) != KEY_CHECK:
            raise OtherKeysError
    except SealBrokenError:
        raise OtherKeysError from None
    except ValueError:
        raise BackupDamagedError("it does not say under which keys it was made") from None


def _put_papers(host: Host, folder: Path, now: datetime) -> None:
    there = evidence_files.folder_of(host.data)
    if there.exists():
        there.rename(there.with_name(f"{there.name}.before-{now:%Y%m%dT%H%M%SZ}"))
    arriving = folder / evidence_files.FOLDER
    if arriving.exists():
        arriving.rename(there)
        archive.sync_folder(host.data)


def _place(made_at: datetime) -> str:
    return f"backup|key_check|{made_at.astimezone(UTC).isoformat()}"
