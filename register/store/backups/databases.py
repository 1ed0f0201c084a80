"""How the database of each engine gets into a backup and out again."""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from register.store.backups import rows
from register.store.backups.archive import sync_folder
from register.store.backups.faults import BackupDamagedError

#: How a database was written down.
COPY, PROGRAM, LINES = "copy", "pg_dump", "lines"


class Database(Protocol):
    """What a backup asks of a database."""

    def is_empty(self) -> bool: ...

    def dump(self, folder: Path) -> str:
        """Write the database as it stands at one moment into a folder; give the way it was written."""
        ...

    def load(self, folder: Path, way: str, revision: str, now: datetime) -> None:
        """Put what `dump` wrote in the place of whatever is there."""
        ...


class Sqlite:
    """A file, copied page by page by SQLite itself while others write."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.path = engine, Path(engine.url.database or "")

    def is_empty(self) -> bool:
        return not self.path.exists() or rows.is_empty(self.engine)

    def dump(self, folder: Path) -> str:
        with (
            closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(folder / "database.db")) as target,
        ):
            # All pages in one step: a writer in between would make a stepwise copy begin again and again.
            source.backup(target, pages=-1)
            target.execute("PRAGMA journal_mode=DELETE")
        return COPY

    def load(self, folder: Path, way: str, revision: str, now: datetime) -> None:
        copy = folder / "database.db"
        if way != COPY or not _sound(copy):
            raise BackupDamagedError("its database is not whole")
        self.engine.dispose()
        if self.path.exists():
            aside = self.path.with_name(f"{self.path.name}.before-{now:%Y%m%dT%H%M%SZ}")
            _fold_journal(self.path)
            self.path.rename(aside)
        for ending in ("-wal", "-shm", "-journal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        arriving = self.path.with_name(f"{self.path.name}.arriving")
        shutil.copyfile(copy, arriving)
        with arriving.open("rb") as file:
            os.fsync(file.fileno())
        arriving.replace(self.path)
        sync_folder(self.path.parent)


def _sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            found: tuple[str] = connection.execute("PRAGMA integrity_check").fetchone()
            return found == ("ok",)
    except sqlite3.DatabaseError:
        return False


def _fold_journal(path: Path) -> None:
    """Let what is still in the write-ahead log be in the file that is put aside."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:
        return  # it is no database any more; it is put aside as it is


class Postgres:
    """PostgreSQL: by its own programs where they are there and new enough, else as lines of text."""

    def __init__(self, engine: Engine, found: Callable[[str], str | None] = shutil.which) -> None:
        self.engine, self.found = engine, found

    def is_empty(self) -> bool:
        return rows.is_empty(self.engine)

    def dump(self, folder: Path) -> str:
        program = self._program("pg_dump")
        if program is None:
            rows.dump(self.engine, folder / "tables")
            return LINES
        self._run(
            program, "--format=custom", "--no-owner", "--no-privileges", f"--file={folder / 'database.dump'}"
        )
        return PROGRAM

    def load(self, folder: Path, way: str, revision: str, now: datetime) -> None:
        if way == LINES:
            rows.load(self.engine, sorted((folder / "tables").glob("*.jsonl")), revision)
            return
        program = self._program("pg_restore")
        if way != PROGRAM or program is None:
            raise BackupDamagedError(
                "it was written by pg_dump, and there is no pg_restore here that is new enough"
            )
        rows.empty(self.engine)
        self._run(
            program, "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
            f"--dbname={self.engine.url.database}", str(folder / "database.dump"),
        )  # fmt: skip

    def _program(self, name: str) -> str | None:
        """One of PostgreSQL's programs, if it is not older than the server: an older one refuses."""
        path = self.found(name)
        if path is None:
            return None
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 (PostgreSQL's own)
        version = re.search(r"\) ([0-9]+)", told.stdout)
        with self.engine.connect() as connection:
            server = connection.exec_driver_sql("SHOW server_version_num").scalar_one()
        return path if version and int(version[1]) >= int(server) // 10_000 else None

    def _run(self, program: str, *words: str) -> None:
        """The password goes by the environment: others on this host can read a command's words."""
        done = subprocess.run([program, *words], env=self._environment(), capture_output=True, check=False)  # noqa: S603
        if done.returncode != 0:
            raise BackupDamagedError(f"{Path(program).name} gave up with {done.returncode}")

    def _environment(self) -> Mapping[str, str]:
        url = self.engine.url
        known = {
            "PGHOST": url.query.get("host", url.host),
            "PGPORT": str(url.port) if url.port else None,
            "PGUSER": url.username,
            "PGPASSWORD": url.password,
            "PGDATABASE": url.database,
            "PGSSLMODE": url.query.get("sslmode"),
        }
        return {
            "PATH": os.environ.get("PATH", ""),
            **{name: str(value) for name, value in known.items() if value},
        }


def database_of(engine: Engine) -> Database:
    """The way of the engine in use."""
    return Sqlite(engine) if engine.dialect.name == "sqlite" else Postgres(engine)
