"""The files that are made of everything published, on disk: one folder an edition, and which of them is the newest."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bods.publication import DATA, GUIDE, SUMS, Publication, publication_in
from register.exceptions import RegisterError

FOLDER = "downloads"
#: The name of the link to the newest edition, in the folder and in addresses.
CURRENT = "current"
#: Editions before the newest that stay, for whoever is reading them.
KEPT = 2
_LOCK = ".building"
#: The number of the log that an edition reaches; made again, it has a number of its own behind that.
_EDITION = re.compile(r"(\d+)(?:\.(\d+))?")


class BuildingElsewhereError(RegisterError):
    """The files are being made by somebody else at this moment."""

    def __init__(self) -> None:
        super().__init__("the files are being made already; try again when that is done")


@dataclass(frozen=True, slots=True)
class Edition:
    """One set of files: its name, the number of the log that it reaches, and what is in it."""

    name: str
    sequence: int
    publication: Publication


def newest(data: Path) -> Edition | None:
    """Give the newest edition in the data folder; None before the first."""
    return edition(data, CURRENT)


def edition(data: Path, name: str) -> Edition | None:
    """Give an edition by its name, or by that of the link to the newest; None when it is not kept."""
    folder = data / FOLDER / name
    if name == CURRENT:
        folder = folder.resolve()
        name = folder.name
    found = _EDITION.fullmatch(name)
    if found is None or not (folder / DATA).is_file():
        return None
    return Edition(name, int(found[1]), publication_in(folder))


def file_in(known: Edition, name: str) -> Path | None:
    """Give the path of a file of an edition; None for what is no file of it."""
    names = {DATA, GUIDE, SUMS, *(each.name for each in known.publication.files)}
    return known.publication.folder / name if name in names else None


def place_for(data: Path, sequence: int) -> Path:
    """Give a folder that is not there yet for an edition that reaches a number of the log."""
    numbers = [int(found[2] or 1) for found in _editions(data) if int(found[1]) == sequence]
    name = f"{sequence}.{max(numbers) + 1}" if numbers else str(sequence)
    return data / FOLDER / name


def point_at(data: Path, name: str, kept: int = KEPT) -> None:
    """Make an edition the newest, at one stroke, and clear away those before the last few."""
    folder = data / FOLDER
    unfinished = folder / f".{CURRENT}"
    unfinished.unlink(missing_ok=True)
    unfinished.symlink_to(name)
    unfinished.replace(folder / CURRENT)
    others = sorted((found for found in _editions(data) if found[0] != name), key=_order, reverse=True)
    for found in others[kept:]:
        shutil.rmtree(folder / found[0])


@contextmanager
def building(data: Path) -> Iterator[None]:
    """Keep others from making files meanwhile. Raises BuildingElsewhereError."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BuildingElsewhereError from None
    else:
        yield
    finally:
        os.close(handle)


def _editions(data: Path) -> list[re.Match[str]]:
    folder = data / FOLDER
    names = (
        [each.name for each in folder.iterdir() if each.is_dir() and not each.is_symlink()]
        if folder.exists()
        else []
    )
    return [found for name in names if (found := _EDITION.fullmatch(name))]


def _order(found: re.Match[str]) -> tuple[int, int]:
    return int(found[1]), int(found[2] or 1)
