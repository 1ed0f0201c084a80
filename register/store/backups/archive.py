"""The file of a backup: a tar of members with their checksums, sealed with age, beside it its own checksum."""

import hashlib
import io
import os
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import orjson
import pyrage

from register.store.backups.faults import (
    BackupDamagedError,
    FileExistsAlreadyError,
    IdentityError,
    RecipientError,
)

PIECE = 1024 * 1024
BLOCK = 512
MANIFEST = "manifest.json"
#: What a member may be called: nothing in a backup leads out of the folder it is unpacked to.
NAME = re.compile(
    r"manifest\.json|database\.(db|dump)|erasures\.jsonl|tables/[a-z_0-9]+\.jsonl|evidence/[0-9a-f]{2}/[0-9a-f]{32}"
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `checksums` are SHA-256 by member; `key_check` opens with the register's own keys alone."""

    engine: str
    revision: str
    made_at: str
    way: str
    key_check: str
    checksums: dict[str, str]


class _Pieces(io.RawIOBase):
    """A stream read from pieces as they are made."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, memoryview(b"")

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = memoryview(piece)
        taken = self._left[: len(self._left) if size < 0 else size]
        self._left = self._left[len(taken) :]
        return bytes(taken)


def recipients(text: str) -> list[pyrage.x25519.Recipient]:
    """The public keys of the setting, parted by commas. Raises RecipientError when there is none, or one is no key."""
    try:
        found = [pyrage.x25519.Recipient.from_str(each.strip()) for each in text.split(",") if each.strip()]
    except pyrage.RecipientError:
        raise RecipientError from None
    if not found:
        raise RecipientError
    return found


def identity(path: Path) -> pyrage.x25519.Identity:
    """The secret key in a file, lines of remark aside. Raises IdentityError."""
    lines = [line.strip() for line in path.read_text().splitlines()]
    secrets = [line for line in lines if line and not line.startswith("#")]
    try:
        return pyrage.x25519.Identity.from_str(secrets[0])
    except (pyrage.IdentityError, IndexError):
        raise IdentityError from None


def new_identity() -> tuple[str, str]:
    """A new secret key and its public half."""
    made = pyrage.x25519.Identity.generate()
    return str(made), str(made.to_public())


def write(file: Path, members: Iterable[tuple[str, Path]], told: Manifest, to: str) -> str:
    """Seal the members and the manifest into a file, and its SHA-256 beside it (`sha256sum -c`); give that.

    Written under another name and renamed when it is whole on the disk. Raises FileExistsAlreadyError, RecipientError.
    """
    sealed_to = recipients(to)
    if file.exists():
        raise FileExistsAlreadyError(file.name)
    unfinished = file.with_name(f"{file.name}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        pyrage.encrypt_io(_Pieces(_tar(members, told)), out, sealed_to)
        out.flush()
        os.fsync(out.fileno())
    checksum = checksum_of(unfinished)
    beside = checksum_file(file)
    beside.write_text(f"{checksum}  {file.name}\n")
    unfinished.replace(file)
    sync_folder(file.parent)
    return checksum


def unpack(file: Path, key: pyrage.x25519.Identity, folder: Path) -> Manifest:
    """Unseal a backup into a folder, checking every byte of it. Raises BackupDamagedError, IdentityError."""
    beside = checksum_file(file)
    if beside.exists() and beside.read_text().split()[:1] != [checksum_of(file)]:
        raise BackupDamagedError("its checksum differs")
    opened = folder / "opened.tar"
    try:
        with file.open("rb") as sealed, opened.open("wb") as out:
            pyrage.decrypt_io(sealed, out, [key])
    except pyrage.DecryptError as error:
        if "No matching keys" in str(error):
            raise IdentityError from None
        raise BackupDamagedError("its beginning is not that of a backup") from None
    except OSError:
        raise BackupDamagedError("a part of it was changed or is missing") from None
    seen = _unpacked(opened, folder)
    opened.unlink()
    return _checked(folder, seen)


def checksum_file(file: Path) -> Path:
    """Where the checksum of a backup stands."""
    return file.with_name(f"{file.name}.sha256")


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Let a rename in this folder be on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _tar(members: Iterable[tuple[str, Path]], told: Manifest) -> Iterator[bytes]:
    checksums: dict[str, str] = {}
    for name, path in members:
        try:
            file = path.open("rb")
        except FileNotFoundError:
            continue  # a paper that was removed, and swept, since the list of them was made
        with file:
            size = os.fstat(file.fileno()).st_size
            yield _head(name, size)
            digest = hashlib.sha256()
            for piece in iter(lambda: file.read(PIECE), b""):  # noqa: B023 (read to its end within this turn)
                digest.update(piece)
                yield piece
            yield _padding(size)
        checksums[name] = digest.hexdigest()
    whole = {**_as_dict(told), "checksums": checksums}
    manifest = orjson.dumps(whole)
    yield _head(MANIFEST, len(manifest)) + manifest + _padding(len(manifest)) + bytes(2 * BLOCK)


def _as_dict(told: Manifest) -> dict[str, object]:
    return {name: getattr(told, name) for name in Manifest.__slots__}


def _head(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.PAX_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % BLOCK)


def _unpacked(opened: Path, folder: Path) -> dict[str, str]:
    seen: dict[str, str] = {}
    try:
        with tarfile.open(opened, "r:") as tar:
            for info in tar:
                source = tar.extractfile(info)
                if not NAME.fullmatch(info.name) or not info.isreg() or source is None or info.name in seen:
                    raise BackupDamagedError("a member that no backup has")
                seen[info.name] = _copied(source, folder / info.name)
    except tarfile.TarError:
        raise BackupDamagedError("its members cannot be told apart") from None
    return seen


def _copied(source: IO[bytes], target: Path) -> str:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("wb") as file:
        while piece := source.read(PIECE):
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _checked(folder: Path, seen: dict[str, str]) -> Manifest:
    try:
        told = Manifest(**orjson.loads((folder / MANIFEST).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        raise BackupDamagedError("it does not say what it holds") from None
    if told.checksums != {name: checksum for name, checksum in seen.items() if name != MANIFEST}:
        raise BackupDamagedError("a member is missing or differs from its checksum")
    return told
