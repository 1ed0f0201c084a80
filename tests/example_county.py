"""The invented county, loaded once for each worker and engine, to be copied by whoever needs it."""

import os
import shutil
from pathlib import Path

from register import create_app
from register.config import Config
from register.store import schema
from register.store.evidence_files import FOLDER as EVIDENCE
from tests.databases import administer, at

#: What was loaded already: SQLite's file, PostgreSQL's databases by name.
_FILES: dict[Path, Path] = {}
_DATABASES: set[str] = set()


def load_county(config: Config) -> None:
    """Fill the database of these settings with the whole county."""
    app = create_app(config)
    schema.upgrade(app.extensions["engine"])
    told = app.test_cli_runner().invoke(args=["load-example"], catch_exceptions=False)
    assert told.exit_code == 0, told.output
    app.extensions["engine"].dispose()


def county_file(folder: Path, key_file: Path) -> Path:
    """A SQLite database with the county; `folder` is used by the first who asks. Copy it, never change it."""
    if key_file not in _FILES:
        folder.mkdir(parents=True, exist_ok=True)
        load_county(Config(data=folder, key_file=str(key_file), secure_cookies=False, demo=True))
        _FILES[key_file] = folder / "umiliki.db"
    return _FILES[key_file]


def county_database(server: str, template: str, folder: Path, key_file: Path) -> str:
    """The name of a PostgreSQL database with the county. Copy it, never open it."""
    name = f"{template}_county"
    if name not in _DATABASES:
        administer(
            server, f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}" TEMPLATE "{template}"'
        )
        url = at(server, name)
        load_county(
            Config(data=folder, database_url=url, key_file=str(key_file), secure_cookies=False, demo=True)
        )
        _DATABASES.add(name)
    return name


def copy_file(source: Path, target: Path) -> str:
    """Copy a SQLite database, with the papers that lie beside it, and give the address of the copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if (source.parent / EVIDENCE).is_dir():
        shutil.copytree(source.parent / EVIDENCE, target.parent / EVIDENCE, dirs_exist_ok=True)
    shutil.copy(source, target)
    return f"sqlite:///{target}"


def copy_database(server: str, source: str, told_apart: str) -> str:
    """Copy a PostgreSQL database nobody has open, and give the name of the copy."""
    name = f"{source}_{abs(hash((told_apart, os.getpid()))) % 10**9}"
    administer(server, f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    return name
