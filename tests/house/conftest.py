"""The example county with everybody's accounts and something at every address, on each engine in turn."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from register import create_app
from register.config import Config
from register.store.evidence_files import FOLDER as EVIDENCE
from register.store.published_files import FOLDER
from tests.conftest import ENGINES
from tests.databases import administer, at
from tests.example_county import copy_database, copy_file, county_database, county_file
from tests.house.addresses import SMS_KEY, Addresses, prepare
from tests.house.tour import Tour, walked


@dataclass(frozen=True, slots=True)
class Staged:
    """A prepared database that is only copied. `server` is empty for SQLite, where `source` is a file."""

    server: str
    source: str
    key_file: Path
    addresses: Addresses
    #: The data folder in which the files to take away were made.
    data: Path

    @contextmanager
    def opened(self, folder: Path) -> Iterator[Flask]:
        """The register on a copy of its own."""
        for kept in (FOLDER, EVIDENCE):
            shutil.copytree(self.data / kept, folder / kept, symlinks=True)
        if not self.server:
            app = opened(copy_file(Path(self.source), folder / "umiliki.db"), folder, self.key_file)
            yield app
            app.extensions["engine"].dispose()
            return
        name = copy_database(self.server, self.source, str(folder))
        app = opened(at(self.server, name), folder, self.key_file)
        yield app
        app.extensions["engine"].dispose()
        administer(self.server, f'DROP DATABASE "{name}" WITH (FORCE)')


def opened(url: str, folder: Path, key_file: Path) -> Flask:
    """The register as the demo runs it, with every door open."""
    return create_app(
        Config(
            data=folder,
            database_url=url,
            key_file=str(key_file),
            secure_cookies=False,
            demo=True,
            sms_key=SMS_KEY,
        )
    )


@pytest.fixture(scope="session", params=ENGINES)
def staged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, key_file: Path
) -> Staged:
    """The county, loaded and prepared once for each engine."""
    folder = tmp_path_factory.mktemp("staged")
    server, source = "", str(folder / "staged.db")
    if request.param == "sqlite":
        url = copy_file(county_file(tmp_path_factory.mktemp("county"), key_file), folder / "staged.db")
    else:
        server, template = request.getfixturevalue("postgres_template")
        source = copy_database(server, county_database(server, template, folder, key_file), "staged")
        url = at(server, source)
    app = opened(url, folder, key_file)
    addresses = prepare(app)
    built = app.test_cli_runner().invoke(args=["build-downloads"], catch_exceptions=False)
    assert built.exit_code == 0, built.output
    app.extensions["engine"].dispose()
    return Staged(server, source, key_file, addresses, folder)


@pytest.fixture(scope="session")
def tour(staged: Staged, tmp_path_factory: pytest.TempPathFactory) -> Tour:
    """What everybody read at every address."""
    with staged.opened(tmp_path_factory.mktemp("tour")) as app:
        return walked(app, staged.addresses)


@pytest.fixture
def county_app(staged: Staged, tmp_path: Path) -> Iterator[Flask]:
    """The register on a copy of the county that a test may change."""
    with staged.opened(tmp_path) as app:
        yield app


@pytest.fixture
def addresses(staged: Staged) -> Addresses:
    return staged.addresses
