"""The erasure list: whose particulars were erased, in a file apart from the database, so that no old copy brings them back."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.store import evidence, forgotten_identities, particulars, signed_pages


@dataclass(frozen=True, slots=True)
class Erasure:
    """That a person's particulars were erased. Record id and key are the register's own; neither tells who it was."""

    subject_record_id: str
    person_key: str
    at: datetime


class ErasureListDamagedError(RegisterError):
    """A line of the list cannot be read; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line} of the erasure list cannot be read; mend or restore it from your copy")


def remember(path: Path, erasure: Erasure) -> None:
    """Add one to the list; it is on the disk when this returns.

    Done before the database's own commit: killed in between, the list says so and the next replay does it.
    """
    line = orjson.dumps(
        {
            "subject": erasure.subject_record_id,
            "person": erasure.person_key,
            "at": erasure.at.astimezone(UTC).isoformat(),
        }
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    # A line that a power cut left unfinished must not swallow the next one.
    before = b"" if is_new or path.stat().st_size == 0 or _ends_well(path) else b"\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        file.write(before + line + b"\n")
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(folder)
        os.close(folder)


def remembered(path: Path) -> Iterator[Erasure]:
    """All of the list, oldest first; nothing when there is no file. A half-written last line was never acknowledged.

    Raises ErasureListDamagedError.
    """
    if not path.exists():
        return
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line:
            continue
        try:
            told = orjson.loads(line)
            yield Erasure(str(told["subject"]), str(told["person"]), datetime.fromisoformat(told["at"]))
        except (ValueError, KeyError, TypeError):
            if number == len(lines) or _cut_short(line):
                continue
            raise ErasureListDamagedError(number) from None


def apply(session: Session, erasure: Erasure, now: datetime) -> bool:
    """Destroy the person's key, papers, signed pages and their document's hash; statements stay. False when that was done before.

    A person declared anew after the erasure keeps what was told since.
    """
    done_at = particulars.erased_at(session, erasure.subject_record_id, erasure.person_key)
    if done_at is not None and done_at >= erasure.at:
        return False
    evidence.remove_of_person(session, erasure.subject_record_id, erasure.person_key, now=now)
    if not particulars.erase(session, erasure.subject_record_id, erasure.person_key, now):
        return False
    signed_pages.remove_of(session, erasure.subject_record_id, now)
    forgotten_identities.forget(session, erasure.subject_record_id, erasure.person_key, now)
    return True


def replay(session: Session, path: Path, now: datetime) -> int:
    """Erase again whoever is on the list and not erased in this database; how many. Raises ErasureListDamagedError."""
    return sum(apply(session, each, now) for each in tuple(remembered(path)))


def add_missing(path: Path, other: Path) -> int:
    """Add to the list what only another copy of it says; how many lines. Raises ErasureListDamagedError."""
    known = set(remembered(path))
    missing = [each for each in remembered(other) if each not in known]
    for each in missing:
        remember(path, each)
    return len(missing)


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _cut_short(line: bytes) -> bool:
    return line.startswith(b'{"subject":') and not line.endswith(b"}")
