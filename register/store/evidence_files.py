"""The sealed files of papers handed in: random names in the data folder, written whole or not at all."""

import os
import secrets
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

FOLDER = "evidence"
#: Ending of a file that is not written to its end.
UNFINISHED = ".part"
#: Seconds for which a file may wait for its row to be committed.
GRACE = 3600


def new_token() -> str:
    """A random name."""
    return secrets.token_hex(16)


def folder_of(data: Path) -> Path:
    """Where the files lie; outside whatever a web server serves."""
    return data / FOLDER


def write(data: Path, token: str, sealed: bytes) -> None:
    """Keep a sealed file; it is on the disk, with its name, when this returns."""
    path = _path(data, token)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(UNFINISHED)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    for folder in (path.parent, path.parent.parent):
        _sync(folder)


def read(data: Path, token: str) -> bytes | None:
    """A sealed file; None when it is not there."""
    try:
        return _path(data, token).read_bytes()
    except FileNotFoundError:
        return None


def sweep(data: Path, *, kept: Collection[str], removed: Collection[str], now: datetime) -> int:
    """Delete the removed files at once, and those neither kept nor removed once they are an hour old; give their number."""
    gone = 0
    for path in every(data):
        token = path.stem
        if token in kept and path.suffix != UNFINISHED:
            continue
        if token in removed or now.timestamp() - path.stat().st_mtime > GRACE:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def every(data: Path) -> Iterator[Path]:
    """Every file, finished or not."""
    return (path for path in sorted(folder_of(data).glob("*/*")) if path.is_file())


def _path(data: Path, token: str) -> Path:
    return folder_of(data) / token[:2] / token


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
